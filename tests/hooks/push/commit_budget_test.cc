// SPDX-License-Identifier: MIT
#include "hooks/push/commit_budget.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

using Commits = CommitBudget::Commits;

/// So many commits, the first of them numbered `first`.
Commits Some(size_t count, unsigned char first = 0) {
  Commits commits(count);
  for (size_t i = 0; i < count; ++i)
    commits[i].bytes[0] = static_cast<unsigned char>(first + i);
  return commits;
}

TEST(CommitBudget, HasRoomForSoManyAndNoMore) {
  CommitBudget budget(3);
  EXPECT_TRUE(budget.Fits(Some(0)));
  EXPECT_TRUE(budget.Fits(Some(3)));
  EXPECT_FALSE(budget.Fits(Some(4)));
  EXPECT_EQ(CommitBudget(0).Fits(Some(1)), false);
  EXPECT_EQ(CommitBudget(0).Fits(Some(0)), true);
}

TEST(CommitBudget, CountsEachCommitOnce) {
  CommitBudget budget(3);
  budget.Count(Some(2));
  budget.Count(Some(2));
  EXPECT_TRUE(budget.Fits(Some(3)));
  EXPECT_TRUE(budget.Fits(Some(1, 9)));
  EXPECT_FALSE(budget.Fits(Some(2, 9)));
}

TEST(CommitBudget, CountsLaterOnlyWhereThatMakesADifference) {
  CommitBudget budget(5);
  int asked = 0;
  budget.CountLater(4, [&] {
    ++asked;
    return Some(2);
  });
  EXPECT_TRUE(budget.Fits(Some(1, 9)));
  EXPECT_EQ(asked, 0);
  EXPECT_TRUE(budget.Fits(Some(3, 9)));
  EXPECT_EQ(asked, 1);
  EXPECT_FALSE(budget.Fits(Some(4, 9)));
  EXPECT_EQ(asked, 1);
}

TEST(CommitBudget, ForgetsNothingThatIsCountedLater) {
  CommitBudget budget(5);
  budget.CountLater(4, [] { return Some(3); });
  budget.CountLater(4, [] { return Some(3, 2); });
  EXPECT_FALSE(budget.Fits(Some(1, 9)));
  EXPECT_TRUE(budget.Fits(Some(5)));
}

}  // namespace
}  // namespace commitgate::testing
