// SPDX-License-Identifier: MIT
#include "commands/series.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/pushed_repository.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

using Answer = LandCheck::Answer;

class SeriesTest : public ::testing::Test {
 protected:
  SeriesTest() {
    repository_.Good("base", {}, 1);
    repository_.SetRef("refs/heads/main", "base");
  }

  Series Read(const std::string& tip, const std::string& base = "main") {
    repository_.SetRef("refs/heads/tip", tip);
    return ReadSeries(repository_.Open(), base + "..tip");
  }

  /// Commits with these PR-URLs, one behind the other; 0: none.
  Series OfPullRequests(const std::vector<int>& numbers) {
    std::string parent = "base";
    for (size_t i = 0; i < numbers.size(); ++i) {
      const std::string name = "c" + std::to_string(i);
      repository_.Good(name, {parent}, numbers[i]);
      parent = name;
    }
    return Read(parent);
  }

  Lines Named(Lines lines) const {
    for (std::string& line : lines)
      line = repository_.Named(line);
    return lines;
  }

  std::string Complaint(const std::string& range) const {
    try {
      ReadSeries(repository_.Open(), range);
      return "none";
    } catch (const Error& error) {
      return error.what();
    }
  }

  PushedRepository repository_;
};

TEST_F(SeriesTest, HasParentsBeforeChildren) {
  repository_.Good("one", {"base"});
  repository_.Good("two", {"one"});
  const Series series = Read("two");
  ASSERT_EQ(series.commits.size(), 2u);
  EXPECT_EQ(series.commits[0].id, repository_["one"]);
  EXPECT_EQ(series.commits[1].id, repository_["two"]);
  EXPECT_EQ(series.base, repository_["base"]);
  EXPECT_EQ(series.tip, repository_["two"]);
  EXPECT_EQ(series.base_name, "main");
  EXPECT_EQ(series.tip_name, "tip");
  EXPECT_TRUE(series.is_forward);
}

TEST_F(SeriesTest, KnowsARewrite) {
  repository_.Good("one", {"base"});
  repository_.Good("other", {"base"});
  repository_.SetRef("refs/heads/main", "one");
  EXPECT_FALSE(Read("other").is_forward);
  EXPECT_FALSE(Read("base").is_forward);
  EXPECT_TRUE(Read("one").is_forward);
}

TEST_F(SeriesTest, NeedsARange) {
  for (const char* range : {"", "main", "main...main", "main..main..main",
                            "main.main", "a..b..", "...."})
    EXPECT_EQ(Complaint(range),
              "'" + std::string(range) +
                  "' is no range, wanted is one such as 'origin/main..HEAD'");
  EXPECT_NE(Complaint("main..none"), "none");
  EXPECT_NE(Complaint("none..main"), "none");
  EXPECT_EQ(Complaint("main..main"), "none");
}

TEST_F(SeriesTest, SaysWhatToNameWhereNothingIsFollowed) {
  const std::string hint =
      "; name it, such as 'commitgate land origin/main..HEAD'";
  EXPECT_TRUE(Complaint("@{upstream}..main").ends_with(hint));
  EXPECT_FALSE(Complaint("none..main").ends_with(hint));
  EXPECT_FALSE(Complaint("main..@{upstream}").ends_with(hint));
}

TEST_F(SeriesTest, LeavesNoFixups) {
  repository_.Good("one", {"base"});
  EXPECT_EQ(CheckFixups(Read("one")),
            (LandCheck{Answer::kYes, "fixups", "none is left"}));
  for (const std::string marker : {"fixup!", "squash!", "amend!"}) {
    repository_.Commit("left", marker + " doc: one\n", {"one"});
    const LandCheck check = CheckFixups(Read("left"));
    EXPECT_EQ(check.answer, Answer::kNo);
    EXPECT_EQ(check.what, "1 commit still to be squashed:");
    EXPECT_EQ(Named(check.more), (Lines{"  <left> " + marker + " doc: one",
                                        "git rebase -i --autosquash main"}));
  }
}

TEST_F(SeriesTest, HasMergesOnlyWhereTheBranchTakesThem) {
  repository_.Good("one", {"base"});
  repository_.Good("two", {"base"});
  repository_.Good("merge", {"one", "two"});
  EXPECT_EQ(CheckOrder(Read("one"), false).answer, Answer::kYes);
  EXPECT_EQ(CheckOrder(Read("merge"), true),
            (LandCheck{Answer::kYes, "order", "with 1 merge"}));
  const LandCheck check = CheckOrder(Read("merge"), false);
  EXPECT_EQ(check.answer, Answer::kNo);
  EXPECT_EQ(Named(check.more),
            (Lines{"  <merge> doc: merge", "git rebase main"}));
}

TEST_F(SeriesTest, IsOfOnePullRequest) {
  const std::string url = "https://github.com/nodejs/node/pull/";
  EXPECT_EQ(CheckPullRequests(OfPullRequests({7, 7})),
            (LandCheck{Answer::kYes, "pull request", url + "7"}));
  EXPECT_EQ(CheckPullRequests(OfPullRequests({})).answer, Answer::kYes);
  const struct {
    std::vector<int> numbers;
    Answer answer;
    const char* what;
    Lines more;
  } kCases[] = {
      {{7, 8},
       Answer::kDoubtful,
       "more than one lands; is that meant?",
       {"  " + url + "7: 1 commit", "  " + url + "8: 1 commit"}},
      {{7, 7, 0},
       Answer::kDoubtful,
       "not every commit has one; is that meant?",
       {"  " + url + "7: 2 commits", "  no pull request: 1 commit"}},
      {{0, 0},
       Answer::kDoubtful,
       "not every commit has one; is that meant?",
       {"  no pull request: 2 commits"}},
      {{7, 8, 7},
       Answer::kNo,
       "the commits of one are not next to each other:",
       {"  " + url + "7: 1 commit", "  " + url + "8: 1 commit",
        "  " + url + "7: 1 commit"}},
      {{0, 7, 0},
       Answer::kNo,
       "the commits of one are not next to each other:",
       {"  no pull request: 1 commit", "  " + url + "7: 1 commit",
        "  no pull request: 1 commit"}},
  };
  for (const auto& [numbers, answer, what, more] : kCases)
    EXPECT_EQ(CheckPullRequests(OfPullRequests(numbers)),
              (LandCheck{answer, "pull request", what, more}));
}

TEST_F(SeriesTest, EscapesWhatCommitsSay) {
  repository_.Commit("hostile", "fixup! \x1b[2J\n\nPR-URL: \x1b[31m\n",
                     {"base"});
  const Series series = Read("hostile");
  EXPECT_EQ(Named(CheckFixups(series).more).front(),
            "  <hostile> fixup! \\x1b[2J");
  EXPECT_EQ(CheckPullRequests(series).what, "\\x1b[31m");
}

}  // namespace
}  // namespace commitgate::testing
