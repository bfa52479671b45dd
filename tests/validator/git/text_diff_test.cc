// SPDX-License-Identifier: MIT
#include "validator/git/text_diff.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

TEST(UnifiedDiff, ShowsWhatDiffers) {
  EXPECT_EQ(UnifiedDiff("a\nb\nc\n", "a\nx\nc\n"),
            "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n");
}

TEST(UnifiedDiff, IsEmptyWhereNothingDiffers) {
  EXPECT_EQ(UnifiedDiff("a\n", "a\n"), "");
  EXPECT_EQ(UnifiedDiff("", ""), "");
}

TEST(UnifiedDiff, TakesWhateverMayBeInALine) {
  EXPECT_EQ(UnifiedDiff("", "+\xff\x1b\n"), "@@ -0,0 +1 @@\n++\xff\x1b\n");
  EXPECT_EQ(UnifiedDiff("@@ -1 +1 @@\n", ""), "@@ -1 +0,0 @@\n-@@ -1 +1 @@\n");
}

}  // namespace
}  // namespace commitgate::testing
