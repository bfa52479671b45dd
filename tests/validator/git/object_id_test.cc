// SPDX-License-Identifier: MIT
#include "validator/git/object_id.h"

#include <gtest/gtest.h>

#include <string>

namespace commitgate {
namespace {

const std::string kHex = "0123456789abcdef0123456789abcdeffedcba98";

TEST(ObjectId, IsReadAndWritten) {
  const auto id = ObjectId::FromHex(kHex);
  ASSERT_TRUE(id);
  EXPECT_EQ(id->bytes[0], 0x01);
  EXPECT_EQ(id->bytes[19], 0x98);
  EXPECT_EQ(id->Hex(), kHex);
  EXPECT_EQ(ObjectId::FromHex("0123456789ABCDEF0123456789abcdefFEDCBA98"), id);
  EXPECT_EQ(ObjectId{}.Hex(), std::string(40, '0'));
}

TEST(ObjectId, HasNothingButDigitsInAnyPlace) {
  for (size_t i = 0; i < kHex.size(); ++i)
    for (int byte = 0; byte < 256; ++byte) {
      const char c = static_cast<char>(byte);
      std::string hex = kHex;
      hex[i] = c;
      const bool is_digit =
          std::string("0123456789abcdefABCDEF").find(c) != std::string::npos;
      EXPECT_EQ(ObjectId::FromHex(hex).has_value(), is_digit) << hex;
    }
}

TEST(ObjectId, HasFortyDigits) {
  for (const size_t digits : {0, 1, 39, 41, 64})
    EXPECT_FALSE(ObjectId::FromHex(std::string(digits, 'a'))) << digits;
}

}  // namespace
}  // namespace commitgate
