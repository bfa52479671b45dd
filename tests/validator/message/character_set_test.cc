// SPDX-License-Identifier: MIT
#include "validator/message/character_set.h"

#include <gtest/gtest.h>

#include <string>

#include "validator/message/ascii.h"

namespace commitgate {
namespace {

constexpr CharacterSet kDigits(IsDigit);
constexpr CharacterSet kHighBytes([](char c) { return (c & 0x80) != 0; });

TEST(CharacterSet, HasWhatItsPredicateHas) {
  for (int byte = 0; byte < 256; ++byte) {
    SCOPED_TRACE(byte);
    const char c = static_cast<char>(byte);
    EXPECT_EQ(kDigits.Has(c), IsDigit(c));
    EXPECT_EQ(kHighBytes.Has(c), byte >= 128);
  }
}

TEST(CharacterSet, CountsARunAtTheStart) {
  const struct {
    std::string text;
    size_t digits;
  } kCases[] = {{"", 0},     {"a12", 0},  {"1", 1},
                {"12a3", 2}, {"1234", 4}, {std::string("1\0002", 3), 1},
                {"\xff", 0}};
  for (const auto& [text, digits] : kCases) {
    SCOPED_TRACE(text);
    EXPECT_EQ(kDigits.RunIn(text), digits);
  }
  EXPECT_EQ(kHighBytes.RunIn("\xc3\xa4z"), 2u);
  EXPECT_EQ(kHighBytes.RunIn({}), 0u);
}

}  // namespace
}  // namespace commitgate
