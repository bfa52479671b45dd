// SPDX-License-Identifier: MIT
#include "validator/repair/landing_request.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

using Texts = std::vector<std::string>;

const Mailmap kNoMailmap;

class AnswerTest : public ::testing::Test {
 protected:
  LandingAnswer Ask(const LandingRequest& request) {
    return Answer(request, commit_, {kNoMailmap, &roster_});
  }

  std::string WhyRefused(const LandingRequest& request) {
    try {
      Ask(request);
    } catch (const Error& error) {
      return error.what();
    }
    return "it is not";
  }

  const Roster roster_ = Roster::Read(
      "roster.toml",
      "[[members]]\nlogin = 'ann'\nname = 'Ann'\nemail = 'ann@x.org'\n"
      "groups = ['collaborators']\n"
      "[[members]]\nlogin = 'bob'\nname = 'Bob'\nemail = 'bob@x.org'\n"
      "other-emails = ['b@y.org']\ngroups = ['collaborators']\n"
      "[[members]]\nlogin = 'old'\nname = 'Old'\nemail = 'old@x.org'\n"
      "former = true\n");
  Commit commit_ = MakeCommit("", "doc: x\n");
};

TEST_F(AnswerTest, MakesUrlsOfWords) {
  const LandingMetadata metadata =
      Ask({.pr_url = "http://github.com/a/b/pull/1#issue-2",
           .fixes = {"2", "#3", "c/d#4", "https://github.com/a/b/issues/5",
                     "0123456789ab (\"doc: y\")"},
           .refs = {"6", "https://x.y/z"}})
          .metadata;
  EXPECT_EQ(metadata.pr_url, "https://github.com/a/b/pull/1");
  EXPECT_EQ(metadata.backport_pr_url, "");
  EXPECT_EQ(metadata.fixes, (Texts{"https://github.com/a/b/issues/2",
                                   "https://github.com/a/b/issues/3",
                                   "https://github.com/c/d/issues/4",
                                   "https://github.com/a/b/issues/5",
                                   "0123456789ab (\"doc: y\")"}));
  EXPECT_EQ(metadata.refs,
            (Texts{"https://github.com/a/b/issues/6", "https://x.y/z"}));
  EXPECT_FALSE(metadata.reviewers);
}

TEST_F(AnswerTest, LooksForTheRepositoryInTheMessage) {
  EXPECT_EQ(Ask({.backport_pr_url = "a/b#1", .fixes = {"2"}}).metadata.fixes,
            Texts{"https://github.com/a/b/issues/2"});
  commit_ = MakeCommit("", "s\n\nPR-URL: https://github.com/c/d/pull/1\n");
  EXPECT_EQ(Ask({.fixes = {"2"}}).metadata.fixes,
            Texts{"https://github.com/c/d/issues/2"});
}

TEST_F(AnswerTest, RefusesWordsThatNameNothing) {
  const std::string no_pull_request =
      " is not the URL of a pull request, wanted "
      "'https://github.com/<owner>/<repository>/pull/<number>'";
  for (const std::string url :
       {"1", "#1", "x", "https://github.com/a/b/issues/1",
        "https://github.com/a/b/pull/1/files", "https://x.y/a/b/pull/1"}) {
    SCOPED_TRACE(url);
    EXPECT_EQ(WhyRefused({.pr_url = url}),
              "making metadata: PR-URL '" + url + "'" + no_pull_request);
    EXPECT_EQ(
        WhyRefused({.backport_pr_url = url}),
        "making metadata: Backport-PR-URL '" + url + "'" + no_pull_request);
  }
  EXPECT_EQ(WhyRefused({.fixes = {"2"}}),
            "making metadata: Fixes '2' is a number, which needs the URL of a "
            "pull request");
  EXPECT_EQ(WhyRefused({.refs = {"see\n#2"}}),
            "making metadata: Refs 'see\\n#2' is neither a URL, nor a number, "
            "nor a commit");
}

TEST_F(AnswerTest, NamesReviewersOnce) {
  EXPECT_EQ(Ask({.reviewers = {"bob", "ann", "B <b@y.org>", "bob"}})
                .metadata.reviewers,
            (Texts{"Bob <bob@x.org>", "Ann <ann@x.org>"}));
}

TEST_F(AnswerTest, RefusesAnAuthorAsReviewer) {
  SetAuthor(commit_, "A. N.", "ANN@x.org");
  EXPECT_EQ(
      WhyRefused({.reviewers = {"bob", "ann"}}),
      "making metadata: reviewer 'ann' is an author of the change, wanted "
      "somebody else");
  commit_ = MakeCommit("", "s\n\nCo-authored-by: B <b@y.org>\n");
  EXPECT_EQ(
      WhyRefused({.reviewers = {"bob"}}),
      "making metadata: reviewer 'bob' is an author of the change, wanted "
      "somebody else");
}

TEST_F(AnswerTest, TakesAPullRequest) {
  const PullRequest pull_request{"https://github.com/a/b/pull/1",
                                 "someone",
                                 {{"https://f"}, {"https://r"}},
                                 {"bob"}};
  const LandingAnswer answer =
      Ask({.fixes = {"2"}, .reviewers = {"ann"}, .pull_request = pull_request});
  EXPECT_EQ(answer.metadata.pr_url, "https://github.com/a/b/pull/1");
  EXPECT_EQ(answer.metadata.fixes,
            (Texts{"https://f", "https://github.com/a/b/issues/2"}));
  EXPECT_EQ(answer.metadata.refs, Texts{"https://r"});
  EXPECT_EQ(answer.metadata.reviewers,
            (Texts{"Bob <bob@x.org>", "Ann <ann@x.org>"}));
  EXPECT_EQ(answer.notes, Texts{});
}

TEST_F(AnswerTest, TakesAPullRequestForABackport) {
  const LandingMetadata metadata =
      Ask({.pull_request = PullRequest{.url = "https://github.com/a/b/pull/1"},
           .is_backport = true})
          .metadata;
  EXPECT_EQ(metadata.pr_url, "");
  EXPECT_EQ(metadata.backport_pr_url, "https://github.com/a/b/pull/1");
  EXPECT_EQ(metadata.reviewers, Texts{});
}

TEST_F(AnswerTest, LeavesOutApprovalsThatDoNotCount) {
  SetAuthor(commit_, "Bob", "b@y.org");
  const LandingAnswer answer = Ask(
      {.pull_request = PullRequest{.url = "https://github.com/a/b/pull/1",
                                   .author = "ANN",
                                   .approvers = {"old", "ann", "bob", "x\n"}}});
  EXPECT_EQ(answer.metadata.reviewers, Texts{});
  EXPECT_EQ(
      answer.notes,
      (Texts{"left out the approval of 'old', who is no collaborator",
             "left out the approval of 'ann', who is an author of the change",
             "left out the approval of 'bob', who is an author of the change",
             "left out the approval of 'x\\n', who is no collaborator"}));
}

TEST_F(AnswerTest, NeedsARosterForApprovals) {
  const LandingRequest request{
      .pull_request = PullRequest{.url = "https://github.com/a/b/pull/1",
                                  .approvers = {"ann"}}};
  EXPECT_THROW(Answer(request, commit_, {kNoMailmap, nullptr}), Error);
}

}  // namespace
}  // namespace commitgate
