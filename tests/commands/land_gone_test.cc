// SPDX-License-Identifier: MIT
#include "commands/land_gone.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "tests/hooks/push/pushed_repository.h"

namespace commitgate::testing {
namespace {

using Answer = LandCheck::Answer;

/// The branch has `theirs`, the series `ours`, both behind `base`.
class LandGoneTest : public ::testing::Test {
 protected:
  LandGoneTest() { repository_.Good("base"); }

  /// A commit by A of that time.
  void Written(const std::string& name, const std::string& parent, int64_t time,
               const std::string& message, const std::string& author = "A") {
    const std::string tree = repository_.Git({"mktree"}).substr(0, 40);
    const std::string object = fmt::format(
        "tree {}\nparent {}\nauthor {} <a@example.com> {} +0000\n"
        "committer C <c@example.com> {} +0000\n\n{}",
        tree, repository_[parent].Hex(), author, time, ++now_, message);
    repository_.Name(
        name, repository_.Git({"hash-object", "-t", "commit", "-w", "--stdin"},
                              object));
  }

  Series Read(const std::string& theirs, const std::string& ours) {
    repository_.SetRef("refs/heads/main", theirs);
    repository_.SetRef("refs/heads/tip", ours);
    return ReadSeries(repository_.Open(), "main..tip");
  }

  /// By names, one line each.
  std::string Told(const std::string& theirs, const std::string& ours) {
    const auto check = CheckGone(repository_.Open(), Read(theirs, ours));
    return check ? repository_.Named(LinesOf(*check)) : "nothing";
  }

  PushedRepository repository_;
  int64_t now_ = 1'800'000'000;
};

TEST_F(LandGoneTest, IsNothingWhereNothingGoes) {
  repository_.Good("one", {"base"});
  EXPECT_EQ(Told("base", "one"), "nothing");
  EXPECT_EQ(Told("base", "base"), "nothing");
}

TEST_F(LandGoneTest, IsBehindWithoutCommitsOfItsOwn) {
  repository_.Good("one", {"base"});
  repository_.Good("two", {"one"});
  EXPECT_EQ(Told("two", "base"),
            "no    behind: the branch has 2 commits that this series does not "
            "have:\n"
            "        <one> doc: one\n"
            "        <two> doc: two\n"
            "      git rebase main\n");
}

TEST_F(LandGoneTest, IsBehindAndAhead) {
  repository_.Good("theirs", {"base"}, 1);
  repository_.Good("ours", {"base"}, 1);
  EXPECT_EQ(Told("theirs", "ours"),
            "no    behind: the branch has 1 commit that this series does not "
            "have:\n"
            "        <theirs> doc: theirs\n"
            "      git rebase main\n");
}

TEST_F(LandGoneTest, PullsWhereTheBaseIsTheUpstream) {
  repository_.Good("theirs", {"base"});
  Series series = Read("theirs", "base");
  series.base_name = kUpstream;
  EXPECT_EQ(CheckGone(repository_.Open(), series)->more.back(),
            "git pull --rebase");
}

TEST_F(LandGoneTest, ShowsFiveOfMany) {
  std::string parent = "base";
  for (const char* name : {"a", "b", "c", "d", "e", "f", "g"}) {
    repository_.Good(name, {parent});
    parent = name;
  }
  const auto check = CheckGone(repository_.Open(), Read("g", "base"));
  ASSERT_EQ(check->more.size(), 7u);
  EXPECT_EQ(repository_.Named(check->more[4]), "  <e> doc: e");
  EXPECT_EQ(check->more[5], "  and 2 more");
}

TEST_F(LandGoneTest, IsARewriteWhereEachHasACounterpart) {
  Written("one", "base", 1, "doc: one\n");
  Written("two", "one", 2, "doc: two\n");
  Written("amended", "base", 1, "doc: first\n");
  EXPECT_EQ(Told("one", "amended"),
            "warn  rewrite: 1 commit of the branch replaced; is that meant?\n"
            "        <one> doc: one -> <amended> doc: first\n");
  Written("again", "amended", 2, "doc: two\n");
  Written("new", "again", 3, "doc: new\n");
  EXPECT_EQ(Told("two", "new"),
            "warn  rewrite: 2 commits of the branch replaced; is that meant?\n"
            "        <one> doc: one -> <amended> doc: first\n"
            "        <two> doc: two -> <again> doc: two\n");
}

TEST_F(LandGoneTest, KnowsACounterpartByTitleAndPullRequest) {
  const std::string pr = "\n\nPR-URL: https://github.com/nodejs/node/pull/";
  Written("theirs", "base", 1, "doc: one" + pr + "1\n");
  const struct {
    const char* what;
    std::string message;
    Answer answer;
  } kCases[] = {
      {"both", "doc: one" + pr + "1\n", Answer::kDoubtful},
      {"another title", "doc: two" + pr + "1\n", Answer::kNo},
      {"another pull request", "doc: one" + pr + "2\n", Answer::kNo},
      {"no pull request", "doc: one\n", Answer::kNo},
  };
  for (const auto& [what, message, answer] : kCases) {
    SCOPED_TRACE(what);
    Written("ours", "base", 2, message);
    EXPECT_EQ(CheckGone(repository_.Open(), Read("theirs", "ours"))->answer,
              answer);
  }
}

TEST_F(LandGoneTest, NeedsAuthorAndDateForACounterpart) {
  Written("theirs", "base", 1, "doc: one\n");
  Written("later", "base", 2, "doc: one\n");
  Written("others", "base", 1, "doc: one\n", "B");
  EXPECT_TRUE(Told("theirs", "later").starts_with("no "));
  EXPECT_TRUE(Told("theirs", "others").starts_with("no "));
}

TEST_F(LandGoneTest, MissesWhatWasDropped) {
  // All of one second, as commits are that a program makes.
  Written("one", "base", 1, "doc: one\n");
  Written("two", "one", 1, "doc: two\n");
  Written("three", "two", 1, "doc: three\n");
  Written("first", "base", 1, "doc: one\n");
  Written("third", "first", 1, "doc: three\n");
  EXPECT_EQ(Told("three", "third"),
            "no    behind: the branch has 1 commit that this series does not "
            "have:\n"
            "        <two> doc: two\n"
            "      git rebase main\n");
}

TEST_F(LandGoneTest, TellsApartWhatIsOfOneSecond) {
  Written("one", "base", 1, "doc: one\n");
  Written("two", "one", 1, "doc: two\n");
  Written("first", "base", 1, "doc: first\n");
  Written("second", "first", 1, "doc: second\n");
  EXPECT_EQ(Told("two", "second"),
            "warn  rewrite: 2 commits of the branch replaced; is that meant?\n"
            "        <one> doc: one -> <first> doc: first\n"
            "        <two> doc: two -> <second> doc: second\n");
}

TEST_F(LandGoneTest, EscapesWhatCommitsSay) {
  Written("theirs", "base", 1, "doc: \x1b[2J\n");
  Written("ours", "base", 1, "doc: \x1b[31m\n");
  EXPECT_EQ(
      CheckGone(repository_.Open(), Read("theirs", "ours"))->more,
      (Lines{"  " + repository_["theirs"].Hex().substr(0, 12) +
             " doc: \\x1b[2J -> " + repository_["ours"].Hex().substr(0, 12) +
             " doc: \\x1b[31m"}));
}

}  // namespace
}  // namespace commitgate::testing
