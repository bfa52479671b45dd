// SPDX-License-Identifier: MIT
#include "validator/engine/level.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

TEST(Level, IsReadFromItsOwnWord) {
  for (const Level level : {Level::kOff, Level::kWarning, Level::kError})
    EXPECT_EQ(ParseLevel(Word(level)), level);
  for (const char* word : {"", "OFF", "warn", "errors", "error "})
    EXPECT_EQ(ParseLevel(word), std::nullopt) << word;
}

}  // namespace
}  // namespace commitgate
