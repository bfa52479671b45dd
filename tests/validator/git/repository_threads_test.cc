// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "tests/validator/git/history.h"
#include "validator/error.h"
#include "validator/git/repository.h"

namespace commitgate::testing {
namespace {

/// Whether one thread gets the answers that it must get, to questions that
/// libgit2 is needed for and to others.
bool AnswersWell(const Repository& repository, const History& history) {
  const ObjectId a = history.Id("a");
  const ObjectId c = history.Id("c");
  try {
    repository.ResolveCommit("nowhere");
    return false;
  } catch (const Error& error) {
    if (error.what() != std::string("unknown revision 'nowhere'"))
      return false;
  }
  return repository.ResolveCommit("main~2") == a &&
         repository.ResolveCommit("main") == c &&
         repository.MergeBases(a, c) == std::vector{a} &&
         repository.FindByPrefix(a.Hex().substr(0, 20)).id == a &&
         repository.ReadRawTree(repository.TreeOf(c)).empty() &&
         repository.ReadRef("refs/heads/main") == c;
}

TEST(Repository, MayBeAskedByManyThreadsAtOnce) {
  const History history({{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}});
  history.Git({"update-ref", "refs/heads/main", "c"});
  const Repository repository = Repository::Open(history.path(), "");
  std::atomic<int> right = 0;
  constexpr int kThreads = 4;
  constexpr int kRounds = 50;
  std::vector<std::thread> threads;
  for (int i = 0; i < kThreads; ++i)
    threads.emplace_back([&] {
      for (int round = 0; round < kRounds; ++round)
        right += AnswersWell(repository, history);
    });
  for (std::thread& thread : threads)
    thread.join();
  EXPECT_EQ(right, kThreads * kRounds);
}

}  // namespace
}  // namespace commitgate::testing
