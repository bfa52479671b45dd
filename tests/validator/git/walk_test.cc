// SPDX-License-Identifier: MIT
#include "validator/git/walk.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/support/corpus.h"
#include "tests/support/process.h"
#include "tests/validator/git/history.h"
#include "tests/validator/git/random_history.h"

namespace commitgate::testing {
namespace {

TEST(CommitWalk, VisitsInTheOrderOfGit) {
  const struct {
    const char* what;
    std::vector<Planned> commits;
    Names tips;
  } kCases[] = {
      {"one commit", {{"a", 1}}, {"a"}},
      {"linear", {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}}, {"c"}},
      {"not from the newest",
       {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}},
       {"b"}},
      {"a merge",
       {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"a"}}, {"d", 4, {"b", "c"}}},
       {"d"}},
      {"criss-cross",
       {{"a", 1},
        {"b", 2, {"a"}},
        {"c", 3, {"a"}},
        {"d", 4, {"b", "c"}},
        {"e", 5, {"c", "b"}},
        {"f", 6, {"d", "e"}}},
       {"f"}},
      {"equal dates",
       {{"a", 1},
        {"b", 1, {"a"}},
        {"c", 1, {"a"}},
        {"d", 1, {"a"}},
        {"e", 1, {"c", "d", "b"}}},
       {"e"}},
      {"parents dated after their children",
       {{"a", 9}, {"b", 1, {"a"}}, {"c", 5, {"a"}}, {"d", 3, {"b", "c"}}},
       {"d"}},
      {"an octopus",
       {{"r", 1},
        {"a", 4, {"r"}},
        {"b", 2, {"r"}},
        {"c", 5, {"r"}},
        {"d", 3, {"r"}},
        {"o", 6, {"a", "b", "c", "d"}}},
       {"o"}},
      {"two roots", {{"a", 1}, {"b", 2}, {"c", 3, {"a", "b"}}}, {"c"}},
      {"several tips, one twice",
       {{"a", 1}, {"b", 2, {"a"}}, {"c", 2, {"a"}}},
       {"b", "c", "b", "a"}},
      {"the epoch", {{"a", 0}, {"b", 0, {"a"}}}, {"b"}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    const History history(test.commits);
    EXPECT_EQ(Walk(history.path(), test.tips),
              RevList(history.path(), test.tips));
  }
}

TEST(CommitWalk, VisitsAnyHistoryInTheOrderOfGit) {
  for (unsigned seed = 1; seed <= 6; ++seed) {
    SCOPED_TRACE(seed);
    const History history(RandomHistory(seed, 60));
    const Names tips{"c59", "c40", "c57"};
    EXPECT_EQ(Walk(history.path(), tips), RevList(history.path(), tips));
  }
}

TEST(CommitWalk, VisitsARealHistoryInTheOrderOfGit) {
  const auto folder = ConformanceFolder();
  if (!folder)
    GTEST_SKIP() << "no conformance data";
  const TempDir clone;
  Git(clone.path(),
      {"clone", "-q", "--bare", *folder + "/node-history.bundle", "node.git"});
  const Names kRanges[] = {
      {"HEAD"},
      {"HEAD", "^HEAD~500"},
      {"HEAD~3", "HEAD~10", "^HEAD~700", "^HEAD~650"},
      {"HEAD~20000", "^HEAD~20400"},
      {"HEAD~5", "^HEAD"},
  };
  for (const Names& range : kRanges) {
    SCOPED_TRACE(fmt::format("{}", fmt::join(range, " ")));
    std::string visited;
    for (const CommitWalk::Step& step : Visit(clone / "node.git", range))
      visited += step.id.Hex() + step.error + "\n";
    Names command{"rev-list"};
    command.insert(command.end(), range.begin(), range.end());
    const std::string listed = Git(clone / "node.git", command);
    EXPECT_TRUE(visited == (listed.empty() ? "" : listed + "\n"));
  }
}

TEST(CommitWalk, HandsOnRawObjects) {
  const History history({{"a", 1}, {"b", 2, {"a"}}});
  const Repository repository = Repository::Open(history.path(), "");
  const ObjectId id = repository.ResolveCommit("b");
  CommitWalk walk(repository, {id}, {});
  const auto step = walk.Next();
  ASSERT_TRUE(step);
  EXPECT_EQ(step->id, id);
  EXPECT_EQ(step->object, repository.ReadCommit(id));
}

TEST(CommitWalk, WithoutTipsVisitsNothing) {
  const History history({{"a", 1}});
  EXPECT_EQ(Walk(history.path(), {}), Names{});
  EXPECT_EQ(Walk(history.path(), {"^a"}), Names{});
}

TEST(CommitWalk, StaysAtItsEnd) {
  const History history({{"a", 1}});
  const Repository repository = Repository::Open(history.path(), "");
  CommitWalk walk(repository, {repository.ResolveCommit("a")}, {});
  EXPECT_TRUE(walk.Next());
  EXPECT_FALSE(walk.Next());
  EXPECT_FALSE(walk.Next());
}

TEST(CommitWalk, GoesOnWithoutAMissingCommit) {
  const History history(
      {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"a"}}, {"d", 4, {"b", "c"}}});
  const std::string id = history.Git({"rev-parse", "b"});
  std::filesystem::remove(history.ObjectFile("b"));
  EXPECT_EQ(Walk(history.path(), {"d"}),
            (Names{"d", "? reading commit " + id + ": there is no such object",
                   "c", "a"}));
}

TEST(CommitWalk, GoesOnWithoutACorruptCommit) {
  const History history({{"a", 1}, {"b", 2, {"a"}}, {"c", 1}});
  const std::string id = history.Git({"rev-parse", "a"});
  const std::string file = history.ObjectFile("a");
  std::filesystem::remove(file);
  std::ofstream(file) << "nonsense";
  const Names names = Walk(history.path(), {"b", "c"});
  ASSERT_EQ(names.size(), 3u);
  EXPECT_EQ(names[0], "b");
  EXPECT_TRUE(names[1].starts_with("? reading commit " + id + ": "))
      << names[1];
  EXPECT_EQ(names[2], "c");
}

TEST(CommitWalk, SaysWhichHeadersAreMalformed) {
  const History history({{"a", 1}});
  const std::string id = history.Git(
      {"hash-object", "-t", "commit", "-w", "--stdin", "--literally"},
      "parent nonsense\n\nmessage");
  EXPECT_EQ(
      Walk(history.path(), {id, "a"}),
      (Names{"message reading commit " + id + ": its headers are malformed",
             "a"}));
}

TEST(CommitWalk, SaysWhereAShallowCloneIsCutOff) {
  const History history({{"a", 1},
                         {"b", 2, {"a"}},
                         {"c", 3, {"b"}},
                         {"root", 1},
                         {"m", 4, {"c", "root"}}});
  const TempDir clone;
  history.Git({"update-ref", "refs/heads/main", "m"});
  history.Git({"clone", "-q", "--bare", "--depth=3", "--branch=main",
               "file://" + history.path(), clone.path()});
  EXPECT_EQ(Walk(clone.path(), {"main"}),
            (Names{"m", "c", "b (cut off)", "root"}));
  EXPECT_EQ(Walk(clone.path(), {"main", "^root"}),
            (Names{"m", "c", "b (cut off)"}));
  EXPECT_EQ(Walk(clone.path(), {"main", "^main~1"}), (Names{"m", "root"}));
}

}  // namespace
}  // namespace commitgate::testing
