// SPDX-License-Identifier: MIT
#include "validator/git/plain_revision.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/temp_dir.h"
#include "tests/validator/git/history.h"

namespace commitgate::testing {
namespace {

class PlainRevisionTest : public ::testing::Test {
 protected:
  PlainRevisionTest()
      : history_({{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}}),
        git_dir_(history_.path() + "/.git/"),
        place_{git_dir_, git_dir_, git_dir_ + "objects/", std::nullopt},
        refs_(git_dir_, git_dir_) {
    history_.Git({"update-ref", "refs/heads/main", "c"});
    history_.Git({"symbolic-ref", "HEAD", "refs/heads/main"});
  }

  std::optional<ObjectId> Find(const std::string& revision) const {
    return FindPlainRevision(place_, refs_, revision);
  }

  /// What git says to a name that may be ambiguous.
  std::optional<ObjectId> OfGit(const std::string& revision) const {
    return ObjectId::FromHex(history_.Git({"rev-parse", "--verify", revision}));
  }

  History history_;
  std::string git_dir_;
  RepositoryPlace place_;
  RefStore refs_;
};

TEST_F(PlainRevisionTest, IsAFullIdWhetherThereIsOneOrNot) {
  const std::string missing(40, '1');
  EXPECT_EQ(Find(missing), ObjectId::FromHex(missing));
  EXPECT_EQ(Find(history_.Id("a").Hex()), history_.Id("a"));
}

TEST_F(PlainRevisionTest, IsARefByItsFullAndItsShortNames) {
  history_.Git({"update-ref", "refs/remotes/origin/side", "b"});
  history_.Git(
      {"symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/side"});
  history_.Git({"update-ref", "refs/notes/x", "a"});
  history_.Git({"update-ref", "ORIG_HEAD", "a"});
  history_.Git({"tag", "-a", "-m", "one", "v1", "b"});
  history_.Git({"pack-refs", "--all"});
  history_.Git({"update-ref", "refs/heads/loose/one", "a"});
  const char* const kNames[] = {
      "HEAD",
      "main",
      "heads/main",
      "refs/heads/main",
      "origin/side",
      "origin",
      "notes/x",
      "ORIG_HEAD",
      "v1",
      "tags/v1",
      "refs/tags/v1",
      "loose/one",
      "remotes/origin/side",
  };
  for (const char* name : kNames) {
    SCOPED_TRACE(name);
    EXPECT_NE(Find(name), std::nullopt);
    EXPECT_EQ(Find(name), OfGit(name));
  }
}

TEST_F(PlainRevisionTest, TakesTheFirstOfSeveralAsGitDoes) {
  history_.Git({"update-ref", "refs/remotes/same/HEAD", "c"});
  EXPECT_EQ(Find("same"), history_.Id("c"));
  history_.Git({"update-ref", "refs/remotes/other", "a"});
  history_.Git({"update-ref", "refs/heads/other", "b"});
  EXPECT_EQ(Find("other"), history_.Id("b"));
  history_.Git({"update-ref", "refs/tags/other", "a"});
  EXPECT_EQ(Find("other"), history_.Id("a"));
  history_.Git({"update-ref", "refs/other", "c"});
  EXPECT_EQ(Find("other"), history_.Id("c"));
  EXPECT_EQ(Find("other"), OfGit("other"));
}

TEST_F(PlainRevisionTest, IsHeadByItsShortestNameWhateverIsCalledSo) {
  EXPECT_EQ(Find("@"), history_.Id("c"));
  history_.Git({"update-ref", "refs/heads/@", "a"});
  EXPECT_EQ(Find("@"), history_.Id("c"));
  EXPECT_EQ(Find("@"), OfGit("@"));
  EXPECT_EQ(Find("heads/@"), history_.Id("a"));
}

TEST_F(PlainRevisionTest, IsNoneWhereThereIsMoreToIt) {
  const std::string kRevisions[] = {
      "",
      "HEAD~1",
      "HEAD^",
      "main^{commit}",
      "main@{0}",
      ":/a",
      "main:file",
      "a..b",
      "-g",
      "missing",
      "refs/heads",
      "refs/heads/",
      "main.lock",
      "main/",
      "a b",
      "\x1b[31m",
      ":",
      "*",
      "heads//main",
      "/main",
      "../HEAD",
      "logs/../HEAD",
      "\xff\xfe~",
      std::string("main\0", 5),
      std::string(100'000, 'a'),
      history_.Id("a").Hex().substr(0, 12),
      std::string(39, '1') + "g",
  };
  for (const std::string& revision : kRevisions)
    EXPECT_EQ(Find(revision), std::nullopt) << revision.substr(0, 40);
}

TEST_F(PlainRevisionTest, IsNoneWhereTheBranchHasNoCommitsYet) {
  history_.Git({"symbolic-ref", "HEAD", "refs/heads/unborn"});
  EXPECT_EQ(Find("HEAD"), std::nullopt);
}

TEST_F(PlainRevisionTest, IsNoneWhereARefIsBroken) {
  const TempDir elsewhere;
  std::filesystem::copy_file(elsewhere.Write("broken", "nonsense\n"),
                             git_dir_ + "refs/tags/main");
  EXPECT_EQ(Find("main"), std::nullopt);
}

TEST_F(PlainRevisionTest, IsNoneWhereLibgit2TakesAFileForARef) {
  history_.Git({"update-ref", "refs/heads/logs/HEAD", "a"});
  ASSERT_TRUE(std::filesystem::exists(git_dir_ + "logs/HEAD"));
  EXPECT_EQ(Find("logs/HEAD"), std::nullopt);
}

}  // namespace
}  // namespace commitgate::testing
