// SPDX-License-Identifier: MIT
#include "rules/breaking_footer.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

TEST(BreakingFooter, IsSpeltRight) {
  for (const char* const line :
       {"BREAKING CHANGE: x", "BREAKING-CHANGE:  x ", "BREAKING CHANGE:x"}) {
    SCOPED_TRACE(line);
    const auto footer = ParseBreakingFooter(line);
    ASSERT_TRUE(footer);
    EXPECT_TRUE(footer->IsSpeltRight());
    EXPECT_EQ(footer->value, "x");
  }
}

TEST(BreakingFooter, IsMisspelt) {
  for (const char* const line :
       {"Breaking change: x", "breaking change: x", "BREAKING CHANGES: x",
        "BREAKING_CHANGE: x", "Breaking-Change: x", "Breaking Changes: x"}) {
    SCOPED_TRACE(line);
    const auto footer = ParseBreakingFooter(line);
    ASSERT_TRUE(footer);
    EXPECT_FALSE(footer->IsSpeltRight());
    EXPECT_EQ(footer->value, "x");
  }
}

TEST(BreakingFooter, HasNoValue) {
  EXPECT_EQ(ParseBreakingFooter("BREAKING CHANGE:")->value, "");
  EXPECT_EQ(ParseBreakingFooter("BREAKING CHANGE:\t ")->value, "");
}

TEST(BreakingFooter, IsNone) {
  for (const char* const line :
       {"", ":", "x", "BREAKING", "BREAKING:", "BREAKING CHANGE",
        "BREAKING CHANGE x", "BREAKING  CHANGE: x", "BREAKINGCHANGE: x",
        " BREAKING CHANGE: x", "A BREAKING CHANGE: x", "Breaking changed: x",
        "Breaking the change: x", "BREAKING CHANGE : x"}) {
    SCOPED_TRACE(line);
    EXPECT_FALSE(ParseBreakingFooter(line));
  }
}

}  // namespace
}  // namespace commitgate::testing
