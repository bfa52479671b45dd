// SPDX-License-Identifier: MIT
#include "hooks/push/release_line.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "hooks/push/ledger_place.h"
#include "tests/hooks/push/pushed_repository.h"

namespace commitgate::testing {
namespace {

constexpr std::string_view kPolicy = R"(
[[refs]]
match = "refs/heads/v*.x"
only-from = "refs/heads/v*.x-staging"

[[refs]]
match = "refs/heads/v*.x-staging"
backport-of = "refs/heads/main"

[[refs]]
match = "refs/heads/*"
)";

const std::string kLine = "refs/heads/v1.x";
const std::string kStaging = "refs/heads/v1.x-staging";
const std::string kNotOnStaging =
    " not on 'refs/heads/v1.x-staging', neither the same nor with the same "
    "PR-URL and title:";
const std::string kFirst = "    push to 'refs/heads/v1.x-staging' first";

class ReleaseLineTest : public ::testing::Test {
 protected:
  ReleaseLineTest() {
    repository_.Good("base", {}, 1);
    repository_.SetRef("refs/heads/main", "base");
    repository_.SetRef(kLine, "base");
    repository_.SetRef(kStaging, "base");
  }

  /// Another commit with the title `doc: TITLE`.
  void Pick(const std::string& name, const std::string& title,
            const std::string& parent, const std::string& trailers) {
    repository_.Commit(name, "doc: " + title + "\n\n" + trailers, {parent});
  }

  static std::string Url(int number) {
    return "PR-URL: https://github.com/nodejs/node/pull/" +
           std::to_string(number) + "\n";
  }

  Lines Pass(const Push& push, std::string_view more = {},
             const GateSetting& setting = {}) const {
    return Gates(repository_, PolicyOf(std::string(more).append(kPolicy)),
                 {push}, setting);
  }

  PushedRepository repository_;
};

TEST_F(ReleaseLineTest, TakesTheSameCommits) {
  repository_.Good("one", {"base"});
  repository_.Good("two", {"one"});
  repository_.SetRef(kStaging, "two");
  EXPECT_EQ(Pass({kLine, "base", "one"}), Lines{kLine});
  EXPECT_EQ(Pass({kLine, "base", "two"}), Lines{kLine});
  repository_.SetRef("refs/heads/v2.x-staging", "two");
  EXPECT_EQ(Pass({"refs/heads/v2.x", "", "two"}), Lines{"refs/heads/v2.x"});
}

TEST_F(ReleaseLineTest, TakesPicksWithThatPullRequestAndTitle) {
  Pick("one", "one", "base", Url(11));
  Pick("two", "two", "one", Url(12));
  repository_.SetRef(kStaging, "two");
  Pick("two'", "two", "base", Url(12));
  Pick("one'", "one", "two'",
       "PR-URL: http://github.com/nodejs/node/pull/11/\n");
  EXPECT_EQ(Pass({kLine, "base", "one'"}), Lines{kLine});
}

TEST_F(ReleaseLineTest, RefusesWhatItsSourceDoesNotHave) {
  Pick("one", "one", "base", Url(11));
  repository_.SetRef(kStaging, "one");
  const struct {
    const char* what;
    std::string title;
    std::string trailers;
  } kCases[] = {
      {"another title", "other", Url(11)},
      {"another pull request", "one", Url(12)},
      {"no pull request", "one", ""},
      {"an empty one", "one", "PR-URL:\n"},
      {"what was there before", "base", Url(1)},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    Pick("pick", test.title, "base", test.trailers);
    EXPECT_EQ(Pass({kLine, "base", "pick"}),
              (Lines{kLine, "- 1 commit" + kNotOnStaging,
                     "      <pick> doc: " + test.title, kFirst}));
  }
}

TEST_F(ReleaseLineTest, ComparesPicksWithoutPullRequestToNothing) {
  Pick("one", "one", "base", "");
  repository_.SetRef(kStaging, "one");
  Pick("pick", "one", "base", "\n");
  EXPECT_EQ(Pass({kLine, "base", "pick"}).size(), 4u);
}

TEST_F(ReleaseLineTest, RefusesWhatIsKnownElsewhereAndWhatIsNot) {
  repository_.Good("main", {"base"}, 20);
  repository_.Good("both", {"main"}, 21);
  repository_.SetRef("refs/heads/main", "main");
  EXPECT_EQ(
      Pass({kLine, "base", "both"}),
      (Lines{kLine, "- 2 commits" + kNotOnStaging, "      <main> doc: main",
             "      <both> doc: both", kFirst}));
}

TEST_F(ReleaseLineTest, TakesReleaseCommitsOfItsOwn) {
  repository_.Commit("release", "2024-05-02, Version 1.2.3 (Current)\n",
                     {"base"});
  repository_.Commit("next", "Working on v1.2.4\n", {"release"});
  EXPECT_EQ(Pass({kLine, "base", "next"}, "", {.judges_messages = false}),
            Lines{kLine});
}

TEST_F(ReleaseLineTest, JudgesNothingThatIsThereAlready) {
  Pick("own", "own", "base", "");
  repository_.SetRef(kLine, "own");
  repository_.Commit("release", "2024-05-02, Version 1.2.3\n", {"own"});
  EXPECT_EQ(Pass({kLine, "own", "release"}, "", {.judges_messages = false}),
            Lines{kLine});
}

TEST_F(ReleaseLineTest, JudgesCreationsAndRewrites) {
  repository_.SetRef("refs/heads/v2.x-staging", "base");
  Pick("one", "one", "base", Url(11));
  EXPECT_EQ(Pass({"refs/heads/v2.x", "", "base"}), Lines{"refs/heads/v2.x"});
  EXPECT_EQ(Pass({"refs/heads/v2.x", "", "one"}).size(), 4u);
  repository_.SetRef(kLine, "one");
  repository_.Good("other", {"base"});
  EXPECT_EQ(Pass({kLine, "one", "other"}).size(), 4u);
  EXPECT_EQ(Pass({kLine, "one", "base"}), Lines{kLine});
  EXPECT_EQ(Pass({kLine, "one", ""}), Lines{kLine});
}

TEST_F(ReleaseLineTest, RefusesWithoutItsSource) {
  EXPECT_EQ(Pass({"refs/heads/v3.x", "", "base"}),
            (Lines{"refs/heads/v3.x",
                   "- this takes only what is on 'refs/heads/v3.x-staging', "
                   "which does not exist",
                   "    push to 'refs/heads/v3.x-staging' first"}));
}

TEST_F(ReleaseLineTest, TakesNothingFromASourceThatTheSamePushCreates) {
  // Git can fail to create it, as where there is a v3.x-staging/x.
  const std::string staging = "refs/heads/v3.x-staging";
  EXPECT_EQ(Gates(repository_, PolicyOf(kPolicy),
                  {{staging, "", "base"}, {"refs/heads/v3.x", "", "base"}}),
            (Lines{staging, "refs/heads/v3.x",
                   "- this takes only what is on 'refs/heads/v3.x-staging', "
                   "which does not exist",
                   "    push to 'refs/heads/v3.x-staging' first"}));
}

TEST_F(ReleaseLineTest, TakesNothingFromWhatTheSamePushAddsToASource) {
  repository_.Good("one", {"base"});
  EXPECT_EQ(Gates(repository_, PolicyOf(kPolicy),
                  {{kStaging, "base", "one"}, {kLine, "base", "one"}})
                .back(),
            kFirst);
}

TEST_F(ReleaseLineTest, RefusesReleasesOfOtherLines) {
  repository_.Commit("own", "2024-05-02, Version 1.2.3 (Current)\n", {"base"});
  repository_.Commit("other", "2024-05-02, Version 11.2.3\n", {"own"});
  repository_.Commit("next", "Working on v2.2.4\n", {"other"});
  const GateSetting refs_only{.judges_messages = false};
  EXPECT_EQ(Pass({kLine, "base", "own"}, "", refs_only), Lines{kLine});
  for (const std::string& ref : {kLine, kStaging})
    EXPECT_EQ(
        Pass({ref, "base", "next"}, "", refs_only),
        (Lines{ref,
               "- 2 release commits of another line, this one has versions "
               "1.*:",
               "      <other> 2024-05-02, Version 11.2.3",
               "      <next> Working on v2.2.4"}));
}

TEST_F(ReleaseLineTest, TakesReleasesOfAllLinesWhereItsNameTellsNone) {
  repository_.Commit("other", "2024-05-02, Version 11.2.3\n", {"base"});
  const GateSetting refs_only{.judges_messages = false};
  repository_.SetRef("refs/heads/next", "base");
  EXPECT_EQ(Pass({"refs/heads/next", "base", "other"},
                 "[[refs]]\nmatch = 'refs/heads/next'\n"
                 "backport-of = 'refs/heads/main'\n",
                 refs_only),
            Lines{"refs/heads/next"});
  EXPECT_EQ(Pass({"refs/heads/main", "base", "other"}, "", refs_only),
            Lines{"refs/heads/main"});
}

TEST_F(ReleaseLineTest, KeepsTheLimitsOfAPush) {
  repository_.Good("one", {"base"});
  repository_.Good("two", {"one"});
  const Lines lines =
      Pass({kLine, "base", "two"}, "[limits]\nmax-commits = 1\n");
  EXPECT_EQ(lines.at(1),
            "- the push brings 2 commits to compare, limit is 1 a push");
  EXPECT_EQ(Pass({kLine, "base", "two"}, "",
                 {.judges_messages = false, .is_late = [] { return true; }}),
            (Lines{kLine, "- judging the push takes longer than it may",
                   "    push fewer commits at once"}));
}

TEST_F(ReleaseLineTest, WarnsOfBackportsOfNothing) {
  repository_.Good("main", {"base"}, 20);
  repository_.SetRef("refs/heads/main", "main");
  Pick("none", "none", "base", "");
  Pick("own", "own", "none", Url(30));
  EXPECT_EQ(Pass({kStaging, "base", "own"}),
            (Lines{kStaging,
                   "? 2 commits with neither a Backport-PR-URL nor a PR-URL "
                   "that 'refs/heads/main' has; a change for this line only?",
                   "      <none> doc: none", "      <own> doc: own"}));
}

TEST_F(ReleaseLineTest, TakesBackports) {
  repository_.Good("old", {"base"}, 19);
  repository_.Good("main", {"old"}, 20);
  repository_.SetRef("refs/heads/main", "main");
  Pick("one", "another title", "base", Url(19));
  Pick("two", "two", "one",
       Url(99) + "Backport-PR-URL: https://github.com/nodejs/node/pull/31\n");
  Pick("of base", "x", "two", Url(1));
  repository_.Commit("release", "2024-05-02, Version 1.2.3 (Current)\n",
                     {"of base"});
  const GateSetting refs_only{.judges_messages = false};
  EXPECT_EQ(Pass({kStaging, "base", "release"}, "", refs_only),
            Lines{kStaging});
  EXPECT_EQ(Pass({kStaging, "base", "main"}, "", refs_only), Lines{kStaging});
  EXPECT_EQ(Pass({"refs/heads/v2.x-staging", "", "one"}, "", refs_only),
            Lines{"refs/heads/v2.x-staging"});
}

TEST_F(ReleaseLineTest, WarnsWhereThereIsNothingToBackportFrom) {
  repository_.Git({"update-ref", "-d", "refs/heads/main"});
  repository_.Good("one", {"base"});
  EXPECT_EQ(Pass({kStaging, "base", "one"}),
            (Lines{kStaging,
                   "? this takes backports from 'refs/heads/main', which does "
                   "not exist"}));
}

TEST_F(ReleaseLineTest, RefusesOtherCommitsWhereThePolicySaysSo) {
  const Policy policy = PolicyOf(R"(
[[refs]]
match = "refs/heads/v*.x-staging"
backport-of = { from = "refs/heads/main", otherwise = "refuse" }
)");
  Pick("own", "own", "base", Url(30));
  const std::vector<Push> push{{kStaging, "base", "own"}};
  EXPECT_EQ(Gates(repository_, policy, push),
            (Lines{kStaging,
                   "- 1 commit with neither a Backport-PR-URL nor a PR-URL "
                   "that 'refs/heads/main' has; a change for this line only?",
                   "      <own> doc: own"}));
  repository_.Git({"update-ref", "-d", "refs/heads/main"});
  EXPECT_EQ(Gates(repository_, policy, push),
            (Lines{kStaging,
                   "- this takes backports from 'refs/heads/main', which does "
                   "not exist"}));
}

/// With an index of what is on main.
class IndexedReleaseLineTest : public ReleaseLineTest {
 protected:
  IndexedReleaseLineTest() {
    repository_.Good("old", {"base"}, 19);
    repository_.Good("main", {"old"}, 20);
    repository_.SetRef("refs/heads/main", "main");
    Pick("pick of old", "x", "base", Url(19));
    Pick("pick of new", "x", "base", Url(21));
  }

  void Index(const std::string& branch, const std::string& tip,
             const std::vector<int>& pull_requests) const {
    std::vector<std::string> urls;
    for (const int number : pull_requests)
      urls.push_back(Url(number).substr(8, Url(number).size() - 9));
    OpenPullRequestIndex(repository_.path(), {})
        .Replace(branch, repository_[tip], urls);
  }

  bool Takes(const std::string& commit) const {
    return Pass({kStaging, "base", commit}).size() == 1;
  }
};

TEST_F(IndexedReleaseLineTest, AsksTheIndexOfItsSource) {
  // It is believed, so that it can be seen that it was asked.
  Index("refs/heads/main", "main", {21});
  EXPECT_TRUE(Takes("pick of new"));
  EXPECT_FALSE(Takes("pick of old"));
}

TEST_F(IndexedReleaseLineTest, LooksAtWhatCameSince) {
  Index("refs/heads/main", "base", {19});
  EXPECT_TRUE(Takes("pick of old"));
  EXPECT_FALSE(Takes("pick of new"));
  repository_.Good("new", {"main"}, 21);
  repository_.SetRef("refs/heads/main", "new");
  EXPECT_TRUE(Takes("pick of new"));
}

TEST_F(IndexedReleaseLineTest, DoesNotTrustWhatIsOfAnotherHistory) {
  repository_.Good("new", {"main"}, 21);
  repository_.Good("rewritten", {"old"}, 22);
  Index("refs/heads/main", "new", {19, 20, 21});
  EXPECT_FALSE(Takes("pick of new"));
  EXPECT_TRUE(Takes("pick of old"));
  repository_.SetRef("refs/heads/main", "rewritten");
  Index("refs/heads/main", "main", {21});
  EXPECT_FALSE(Takes("pick of new"));
  EXPECT_TRUE(Takes("pick of old"));
}

TEST_F(IndexedReleaseLineTest, DoesNotTrustWhatIsOfAnotherBranch) {
  Index("refs/heads/other", "main", {21});
  Index(kStaging, "main", {21});
  EXPECT_FALSE(Takes("pick of new"));
  EXPECT_TRUE(Takes("pick of old"));
}

TEST_F(IndexedReleaseLineTest, GoesWithoutOneThatIsBroken) {
  Index("refs/heads/main", "main", {21});
  const std::string path = PullRequestIndexPath(repository_.path());
  std::filesystem::remove(path + "-wal");
  for (const int size : {5000, 100, 0}) {
    SCOPED_TRACE(size);
    std::filesystem::resize_file(path, static_cast<size_t>(size));
    EXPECT_TRUE(Takes("pick of old"));
    EXPECT_FALSE(Takes("pick of new"));
  }
}

TEST_F(ReleaseLineTest, EscapesTitles) {
  repository_.Commit("hostile", "doc: \x1b[2J\xe2\x80\xae\n", {"base"});
  EXPECT_EQ(Pass({kLine, "base", "hostile"}).at(2),
            "      <hostile> doc: \\x1b[2J<U+202E>");
}

}  // namespace
}  // namespace commitgate::testing
