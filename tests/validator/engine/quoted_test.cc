// SPDX-License-Identifier: MIT
#include "validator/engine/quoted.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

TEST(Quoted, ShortTextsAreWhole) {
  const std::string most(40, 'x');
  EXPECT_EQ(Quoted(""), "''");
  EXPECT_EQ(Quoted("doc"), "'doc'");
  EXPECT_EQ(Quoted(most), "'" + most + "'");
}

TEST(Quoted, LongTextsAreCutBetweenCharacters) {
  const std::string most(40, 'x');
  EXPECT_EQ(Quoted(most + "y"), "'" + most + "...'");
  EXPECT_EQ(Quoted(most.substr(1) + "\u6587"), "'" + most.substr(1) + "...'");
  EXPECT_EQ(Quoted(std::string(1'000'000, 'x')), "'" + most + "...'");
}

}  // namespace
}  // namespace commitgate
