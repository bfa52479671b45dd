// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

TEST(NoMerge, CountsParents) {
  EXPECT_EQ(Complaints(kNoMerge, "doc: x", {.parents = 0}), Lines{});
  EXPECT_EQ(Complaints(kNoMerge, "doc: x", {.parents = 1}), Lines{});
  EXPECT_EQ(Complaints(kNoMerge, "doc: x", {.parents = 2}),
            Lines{"1:1+0: error: commit is a merge of 2 parents, a commit with "
                  "one parent is wanted"});
  EXPECT_EQ(Complaints(kNoMerge, "doc: x", {.parents = 8}),
            Lines{"1:1+0: error: commit is a merge of 8 parents, a commit with "
                  "one parent is wanted"});
}

TEST(NoMerge, TitleProvesNothing) {
  EXPECT_EQ(Complaints(kNoMerge, "Merge branch 'main'", {.parents = 1}),
            Lines{});
}

TEST(NoMerge, UnknownParentsAreNoMerge) {
  EXPECT_EQ(Complaints(kNoMerge, "Merge branch 'main'", {.parents = {}}),
            Lines{});
}

TEST(NoMerge, EmptyMessageHasParentsToo) {
  EXPECT_EQ(Complaints(kNoMerge, "", {.parents = 2}).size(), 1u);
}

}  // namespace
}  // namespace commitgate::testing
