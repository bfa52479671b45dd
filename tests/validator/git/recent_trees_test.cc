// SPDX-License-Identifier: MIT
#include "validator/git/recent_trees.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "tests/validator/git/pack_writer.h"

namespace commitgate::testing {
namespace {

TEST(RecentTrees, FindsTheTreeOfACommit) {
  RecentTrees trees;
  EXPECT_EQ(trees.Find(IdOf(1)), std::nullopt);
  trees.Keep(IdOf(1), IdOf(2));
  EXPECT_EQ(trees.Find(IdOf(1)), IdOf(2));
  EXPECT_EQ(trees.Find(IdOf(2)), std::nullopt);
}

TEST(RecentTrees, DoesNotTakeNoCommitForOne) {
  EXPECT_EQ(RecentTrees().Find(ObjectId{}), std::nullopt);
}

TEST(RecentTrees, ForgetsForOthers) {
  RecentTrees trees;
  ObjectId other = IdOf(1);
  other.bytes[19] = 9;
  trees.Keep(IdOf(1), IdOf(2));
  trees.Keep(other, IdOf(3));
  EXPECT_EQ(trees.Find(other), IdOf(3));
  EXPECT_EQ(trees.Find(IdOf(1)), std::nullopt);
}

TEST(RecentTrees, ServesManyThreads) {
  RecentTrees trees;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&trees] {
      for (int n = 0; n < 20'000; ++n) {
        const ObjectId commit = IdOf(static_cast<unsigned char>(n % 50 + 1));
        EXPECT_EQ(trees.Find(commit).value_or(commit), commit);
        trees.Keep(commit, commit);
      }
    });
  for (std::thread& thread : threads)
    thread.join();
}

}  // namespace
}  // namespace commitgate::testing
