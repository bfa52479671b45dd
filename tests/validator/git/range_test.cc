// SPDX-License-Identifier: MIT
#include "validator/git/range.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "tests/validator/git/history.h"
#include "tests/validator/git/random_history.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

TEST(Range, IsThatOfGit) {
  const std::vector<Planned> kMerges = {{"a", 1},
                                        {"b", 2, {"a"}},
                                        {"c", 3, {"a"}},
                                        {"d", 4, {"b"}},
                                        {"e", 5, {"c", "b"}},
                                        {"f", 6, {"d", "e"}},
                                        {"g", 7, {"f"}},
                                        {"x", 3},
                                        {"y", 8, {"x"}},
                                        {"z", 9, {"y", "g"}}};
  const History history(kMerges);
  const Names kRanges[] = {
      {"g", "^f"},       {"g", "^d"},      {"g", "^e"},
      {"g", "^a"},       {"g", "^g"},      {"f", "^g"},
      {"g", "^x"},       {"z", "^g"},      {"z", "^y"},
      {"z", "^y", "^e"}, {"d", "e", "^b"}, {"e", "d", "^b", "^b"},
      {"z", "z", "^c"},  {"a", "^y"},      {"^a", "g"},
  };
  for (const Names& range : kRanges) {
    SCOPED_TRACE(fmt::format("{}", fmt::join(range, " ")));
    EXPECT_EQ(Walk(history.path(), range), RevList(history.path(), range));
  }
}

TEST(Range, HasWhatTipsReachAndHiddenCommitsDoNot) {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    SCOPED_TRACE(seed);
    const History history(RandomHistory(seed, 60));
    // What git gets without a bound on skewed dates: two full lists.
    Names expected = RevList(history.path(), {"c59", "c50"});
    const Names hidden = RevList(history.path(), {"c45", "c52"});
    std::erase_if(expected, [&](const std::string& name) {
      return std::ranges::find(hidden, name) != hidden.end();
    });
    Names visited = Walk(history.path(), {"c59", "c50", "^c45", "^c52"});
    std::ranges::sort(expected);
    std::ranges::sort(visited);
    EXPECT_EQ(visited, expected);
  }
}

// Git itself gives up after five such commits and lists everything.
TEST(Range, OutlastsALongRunOfHiddenCommitsDatedBeforeAllOthers) {
  std::vector<Planned> commits{{"base", 1'600'000'000}};
  for (int i = 1; i <= 40; ++i)
    commits.push_back(
        {fmt::format("n{}", i), 1'600'000'000 + i, {commits.back().name}});
  const std::string fork = commits.back().name;
  for (int i = 1; i <= 60; ++i)
    commits.push_back({fmt::format("old{}", i), i, {commits.back().name}});
  const std::string main = commits.back().name;
  commits.push_back({"topic", 1'600'000'100, {fork}});
  const History history(commits);
  EXPECT_EQ(Walk(history.path(), {"topic", "^" + main}), Names{"topic"});
}

TEST(Range, HidesAncestorsDatedInTheFuture) {
  const History history({{"a", 1},
                         {"future", 4'000'000'000, {"a"}},
                         {"main", 3, {"future"}},
                         {"topic", 4, {"future"}}});
  EXPECT_EQ(Walk(history.path(), {"topic", "^main"}), Names{"topic"});
}

TEST(Range, GoesOnWithoutAMissingCommit) {
  const History history({{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}});
  const std::string id = history.Git({"rev-parse", "b"});
  std::filesystem::remove(history.ObjectFile("b"));
  EXPECT_EQ(
      Walk(history.path(), {"c", "^a"}),
      (Names{"c", "? reading commit " + id + ": there is no such object"}));
}

TEST(Range, IsNoneWithoutItsEnd) {
  const History history({{"a", 1}, {"b", 2, {"a"}}});
  const Repository repository = Repository::Open(history.path(), "");
  const ObjectId missing;
  EXPECT_THROW(
      CollectRange(repository, {repository.ResolveCommit("b")}, {missing}),
      Error);
}

TEST(Range, PassesOverWhatIsMissingFromHiddenHistory) {
  const History history(
      {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}, {"d", 4, {"c"}}});
  std::filesystem::remove(history.ObjectFile("b"));
  EXPECT_EQ(Walk(history.path(), {"d", "^c"}), Names{"d"});
}

}  // namespace
}  // namespace commitgate::testing
