// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

Lines Judge(std::string_view value, const Given& given = {}) {
  return Complaints(kFixesUrl, "doc: x\n\nFixes: " + std::string(value), given);
}

TEST(FixesUrl, IsOptional) {
  EXPECT_EQ(Complaints(kFixesUrl, ""), Lines{});
  EXPECT_EQ(Complaints(kFixesUrl, "doc: x\n\nFixes the typo.\n\nPR-URL: u"),
            Lines{});
}

TEST(FixesUrl, NamesAnIssueACommentOrACommit) {
  for (const std::string_view value :
       {"https://github.com/nodejs/node/issues/1",
        "https://github.com/nodejs/node/issues/1/",
        "https://GitHub.com/nodejs/node/issues/1",
        "https://github.com/nodejs/nodejs.org/issues/1",
        "https://github.com/nodejs/node-v0.x-archive/issues/1",
        "https://github.com/nodejs/node/issues/1#issue-2",
        "https://github.com/nodejs/node/issues/1#issuecomment-2",
        "https://github.com/nodejs/node/pull/1#issuecomment-2",
        "https://github.com/nodejs/node/pull/1#discussion_r2",
        "https://github.com/nodejs/node/pull/1#pullrequestreview-2",
        "https://github.com/nodejs/node/pull/1/files#r2",
        "0123456789ab (\"doc: x\")", "0123456789ab \"doc: x\"",
        "https://github.com/nodejs/node/issues/1 0123456789ab (\"doc: x\")"}) {
    SCOPED_TRACE(value);
    EXPECT_EQ(Judge(value), Lines{});
  }
}

TEST(FixesUrl, SaysWhatIsWrongAndHowToRepairIt) {
  constexpr std::string_view kNeither =
      "is neither the URL of an issue nor a commit, wanted "
      "'https://github.com/<owner>/<repository>/issues/<number>' or "
      "'<hash> (\"<subject>\")'";
  const struct {
    std::string_view value;
    std::string_view fault;
    std::string_view suggestion;
  } kCases[] = {
      {"#1", "is a number, wanted the whole URL",
       "https://github.com/nodejs/node/issues/1"},
      {"a/b#1", "is short for a URL, wanted the whole URL",
       "https://github.com/a/b/issues/1"},
      {"http://github.com/a/b/issues/1", "starts with 'http:', wanted 'https:'",
       "https://github.com/a/b/issues/1"},
      {"https://www.github.com/a/b/pull/1#issuecomment-2",
       "has the host 'www.github.com', wanted 'github.com'",
       "https://github.com/a/b/pull/1#issuecomment-2"},
      {"github.com/a/b/issues/1", "does not start with 'https://'",
       "https://github.com/a/b/issues/1"},
      {"https://github.com/a/b/issues/1.", "has '.' behind the number",
       "https://github.com/a/b/issues/1"},
      {"https://github.com/a/b/issues/1#top",
       "has '#top', which is no comment or review",
       "https://github.com/a/b/issues/1"},
      // Which comment it is cannot be known.
      {"https://github.com/a/b/pull/1",
       "names a pull request, wanted an issue or a comment", ""},
      {"https://github.com/a/b/pull/1#issue-2",
       "names a pull request, wanted an issue or a comment", ""},
      {"https://github.com/a/b/pull/1/files", "has '/files' behind the number",
       ""},
      {"https://github.com/a/b/pull/1#discussion_r",
       "has '#discussion_r', which is no comment or review", ""},
      {"http://github.com/a/b/pull/1", "starts with 'http:', wanted 'https:'",
       ""},
      {"https://github.com/a/b/issues/1, https://github.com/a/b/issues/2",
       "holds several URLs, wanted one a line", ""},
      {"#1 and #2", "holds several URLs, wanted one a line", ""},
      {"0123456789ab",
       "names a commit without its subject, wanted '<hash> (\"<subject>\")'",
       ""},
      {"none", kNeither, ""},
      {"012345 (\"doc: x\")", kNeither, ""},
      {"https://github.com/node/issues/1", kNeither, ""},
      {"https://github.com/a/b/discussions/1", kNeither, ""},
      {"https://bugs.chromium.org/p/v8/issues/detail?id=1", kNeither, ""},
      {"<https://github.com/a/b/issues/1>", kNeither, ""},
  };
  for (const auto& [value, fault, suggestion] : kCases) {
    SCOPED_TRACE(value);
    std::string complaint = "3:8+" + std::to_string(value.size()) +
                            ": error: Fixes " + std::string(fault) + " [" +
                            std::string(value) + "]";
    if (!suggestion.empty())
      complaint.append(" -> ").append(suggestion);
    EXPECT_EQ(Judge(value), Lines{complaint});
  }
}

TEST(FixesUrl, WarnsOfAShortHash) {
  EXPECT_EQ(Judge("0123456789a (\"doc: x\")"),
            Lines{"3:8+22: warning: Fixes names a commit by fewer than 12 "
                  "digits, which may become ambiguous "
                  "[0123456789a (\"doc: x\")]"});
}

TEST(FixesUrl, IsEmpty) {
  EXPECT_EQ(Judge("\nPR-URL: u"),
            Lines{"3:1+5: error: Fixes is empty, wanted the URL of an issue or "
                  "a commit"});
}

TEST(FixesUrl, OfANumberDependsOnTheRepository) {
  EXPECT_EQ(Judge("#1", {.options = {{"repository", "me/mine"}}}),
            Lines{"3:8+2: error: Fixes is a number, wanted the whole URL [#1] "
                  "-> https://github.com/me/mine/issues/1"});
  EXPECT_EQ(
      Judge("#1", {.options = {{"repository", ""}}}),
      Lines{"3:8+2: error: Fixes is a number, wanted the whole URL [#1]"});
}

TEST(FixesUrl, IsACommitWhereThePolicyAcceptsNothingElse) {
  const Given given = {.options = {{"accept", "commit"}}};
  for (const std::string_view value :
       {"0123456789ab (\"doc: x\")", "0123456789ab \"doc: x\""}) {
    SCOPED_TRACE(value);
    EXPECT_EQ(Judge(value, given), Lines{});
  }
  const struct {
    std::string_view value;
    std::string_view fault;
  } kCases[] = {
      {"#5", "is no commit"},
      {"a/b#5", "is no commit"},
      {"none", "is no commit"},
      {"https://github.com/a/b/issues/1", "is no commit"},
      {"https://github.com/a/b/issues/1, https://github.com/a/b/issues/2",
       "is no commit"},
      {"commit 0123456789ab (\"doc: x\")", "is no commit"},
      {"https://github.com/a/b/issues/1 0123456789ab (\"doc: x\")",
       "has a URL before the commit"},
      {"0123456789ab", "names a commit without its subject"},
  };
  for (const auto& [value, fault] : kCases) {
    SCOPED_TRACE(value);
    EXPECT_EQ(Judge(value, given),
              Lines{"3:8+" + std::to_string(value.size()) + ": error: Fixes " +
                    std::string(fault) + ", wanted '<hash> (\"<subject>\")' [" +
                    std::string(value) + "]"});
  }
  EXPECT_EQ(Judge("\nPR-URL: u", given),
            Lines{"3:1+5: error: Fixes is empty, wanted '<hash> "
                  "(\"<subject>\")'"});
  EXPECT_EQ(Judge("0123456789a (\"doc: x\")", given).size(), 1u);
}

TEST(FixesUrl, IsJudgedEachTimeAtItsOwnLine) {
  EXPECT_EQ(Judge("#12\nfixes: #1"),
            (Lines{"3:8+3: error: Fixes is a number, wanted the whole URL "
                   "[#12] -> https://github.com/nodejs/node/issues/12",
                   "4:8+2: error: Fixes is a number, wanted the whole URL "
                   "[#1] -> https://github.com/nodejs/node/issues/1"}));
}

TEST(FixesUrl, JudgesDraftsToo) {
  EXPECT_FALSE(kFixesUrl.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
