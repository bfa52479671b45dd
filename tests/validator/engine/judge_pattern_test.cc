// SPDX-License-Identifier: MIT
#include "validator/engine/judge_pattern.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Target = PatternRule::Target;

struct Search {
  Target target;
  const char* pattern;
  bool require = false;
  const char* trailer = "";
};

Commit MakeAuthored(std::string_view message) {
  Commit commit = MakeCommit("id", message);
  SetAuthor(commit, "A U Thor", "author@x.org");
  return commit;
}

/// The findings of one search as "line:column+length [found]; ".
std::string Findings(const Search& search, const Commit& commit) {
  const PatternRule pattern = {
      .id = "p",
      .target = search.target,
      .trailer = search.trailer,
      .pattern = Pattern(search.pattern),
      .require = search.require,
      .message = "m",
      .origin = {},
  };
  Verdict verdict;
  Reporter reporter("p", Level::kError, verdict);
  PatternJudge(commit).Judge(pattern, reporter);
  std::string findings;
  for (const Finding& finding : verdict.findings) {
    EXPECT_EQ(finding.message, "m");
    findings +=
        fmt::format("{}:{}+{} [{}]; ", finding.span.line, finding.span.column,
                    finding.span.length, finding.found);
  }
  return verdict.error.empty() ? findings : verdict.error;
}

constexpr std::string_view kMessage =
    "doc: \u4e2d title\n"
    "\n"
    "first\tline\n"
    "second line\n"
    "\n"
    "Refs: one\n"
    "PR-URL: https://x\n"
    "refs: two\n"
    "  three\n";

constexpr bool kRequire = true;

TEST(PatternJudge, PointsAtWhatMustNotBeThere) {
  const struct {
    const char* what;
    Search search;
    const char* findings;
  } kCases[] = {
      {"in the title", {Target::kTitle, "ti.le"}, "1:9+5 [title]; "},
      {"all of the title",
       {Target::kTitle, "^.*$"},
       "1:1+13 [doc: \u4e2d title]; "},
      {"not in the title", {Target::kTitle, "line"}, ""},
      {"in the body, behind a tab", {Target::kBody, "line"}, "3:9+4 [line]; "},
      {"on a later line", {Target::kBody, "^second"}, "4:1+6 [second]; "},
      {"over lines", {Target::kBody, "(?s)e.second"}, "3:12+1 [e]; "},
      {"at a line's end", {Target::kBody, "\\nsecond"}, "3:13+0 []; "},
      {"at the end", {Target::kBody, "\\z"}, "9:8+0 []; "},
      {"at the start", {Target::kBody, "\\A"}, "2:1+0 []; "},
      {"not in the body", {Target::kBody, "title"}, ""},
      {"in the message", {Target::kMessage, "title"}, "1:9+5 [title]; "},
      {"later in the message", {Target::kMessage, "two"}, "8:7+3 [two]; "},
      {"in a trailer", {Target::kTrailer, "n", false, "Refs"}, "6:8+1 [n]; "},
      {"in each trailer",
       {Target::kTrailer, "o", false, "REFS"},
       "6:7+1 [o]; 8:1+9 [o]; "},
      {"in no trailer", {Target::kTrailer, "x", false, "Refs"}, ""},
      {"in a trailer that is not there",
       {Target::kTrailer, "", false, "Fixes"},
       ""},
      {"in the author", {Target::kAuthor, "r <a"}, "1:1+0 [r <a]; "},
      {"not in the author", {Target::kAuthor, "committer"}, ""},
      {"in a committer that is not there", {Target::kCommitter, ""}, ""},
  };
  const Commit commit = MakeAuthored(kMessage);
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(Findings(row.search, commit), row.findings);
  }
}

TEST(PatternJudge, PointsAtWhatDoesNotMatch) {
  const struct {
    const char* what;
    Search search;
    const char* findings;
  } kCases[] = {
      {"a title that matches", {Target::kTitle, "doc", kRequire}, ""},
      {"a title",
       {Target::kTitle, "src", kRequire},
       "1:1+13 [doc: \u4e2d title]; "},
      {"a body that matches", {Target::kBody, "line", kRequire}, ""},
      {"a body", {Target::kBody, "title", kRequire}, "1:1+0 []; "},
      {"a message", {Target::kMessage, "zzz", kRequire}, "1:1+0 []; "},
      {"trailers that match", {Target::kTrailer, "o", kRequire, "Refs"}, ""},
      {"one of the trailers",
       {Target::kTrailer, "one", kRequire, "Refs"},
       "8:1+9 [two three]; "},
      {"a trailer that is not there",
       {Target::kTrailer, "", kRequire, "Fixes"},
       "1:1+0 []; "},
      {"an author that matches", {Target::kAuthor, "^A U", kRequire}, ""},
      {"an author",
       {Target::kAuthor, "bot", kRequire},
       "1:1+0 [A U Thor <author@x.org>]; "},
      {"a committer that is not there",
       {Target::kCommitter, "", kRequire},
       "1:1+0 []; "},
  };
  const Commit commit = MakeAuthored(kMessage);
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(Findings(row.search, commit), row.findings);
  }
}

TEST(PatternJudge, JudgesAMessageWithoutLines) {
  const Commit commit = MakeCommit("id", "");
  for (const Target target :
       {Target::kTitle, Target::kBody, Target::kMessage}) {
    EXPECT_EQ(Findings({target, "x"}, commit), "");
    EXPECT_EQ(Findings({target, "^$"}, commit), "1:1+0 []; ");
    EXPECT_EQ(Findings({target, "x", kRequire}, commit), "1:1+0 []; ");
    EXPECT_EQ(Findings({target, "^$", kRequire}, commit), "");
  }
}

TEST(PatternJudge, JudgesATitleWithoutBody) {
  const Commit commit = MakeCommit("id", "title");
  EXPECT_EQ(Findings({Target::kBody, "title"}, commit), "");
  EXPECT_EQ(Findings({Target::kBody, "^$"}, commit), "1:1+0 []; ");
  EXPECT_EQ(Findings({Target::kMessage, "\\z"}, commit), "1:6+0 []; ");
}

TEST(PatternJudge, CountsLinesAsInTheFile) {
  const Commit commit =
      MakeCommit("id", "# comment\ntitle\n\n# comment\nbody\n", Cleanup{});
  EXPECT_EQ(Findings({Target::kMessage, "body"}, commit), "5:1+4 [body]; ");
  EXPECT_EQ(Findings({Target::kTitle, "src", kRequire}, commit),
            "2:1+5 [title]; ");
}

TEST(PatternJudge, SaysWhenAPatternGaveUp) {
  const Commit commit = MakeCommit("id", std::string(100, 'a') + "b");
  for (const Target target : {Target::kTitle, Target::kMessage})
    EXPECT_EQ(Findings({target, "(a+)+$"}, commit),
              "p: pattern gave up: match limit exceeded");
}

std::string Repeated(const std::string& line, size_t times) {
  std::string text = "title\n\n";
  for (size_t i = 0; i < times; ++i)
    text += line;
  return text;
}

TEST(PatternJudge, StopsWhereAPatternGaveUp) {
  const std::string hard = "K: " + std::string(100, 'a') + "b\n";
  const std::string message = Repeated("K: a\n", 1) + hard + "K: a\n";
  const PatternRule pattern = {.id = "p",
                               .target = Target::kTrailer,
                               .trailer = "K",
                               .pattern = Pattern("(a+)+$"),
                               .message = "m",
                               .origin = {}};
  const Commit commit = MakeCommit("id", message);
  Verdict verdict;
  Reporter reporter("p", Level::kError, verdict);
  PatternJudge(commit).Judge(pattern, reporter);
  EXPECT_EQ(verdict.error, "p: pattern gave up: match limit exceeded");
  EXPECT_EQ(verdict.findings.size(), 1u);
}

TEST(PatternJudge, SearchesAThousandTrailersAndNoMore) {
  const Search search = {Target::kTrailer, "b", false, "K"};
  EXPECT_EQ(Findings(search, MakeCommit("id", Repeated("K: a\n", 1'000))), "");
  EXPECT_EQ(Findings(search, MakeCommit("id", Repeated("K: a\n", 1'001))),
            "p: 1001 trailers are too many, limit is 1000");
  EXPECT_EQ(Findings(search, MakeCommit("id", Repeated("L: a\n", 1'001))), "");
}

TEST(PatternJudge, ReusesTheTextItMade) {
  const Commit commit = MakeCommit("id", "title\n\nbody");
  PatternJudge judge(commit);
  Verdict verdict;
  Reporter reporter("p", Level::kError, verdict);
  for (const Target target : {Target::kMessage, Target::kBody}) {
    const PatternRule pattern = {.id = "p",
                                 .target = target,
                                 .trailer = "",
                                 .pattern = Pattern("t|b"),
                                 .message = "m",
                                 .origin = {}};
    judge.Judge(pattern, reporter);
  }
  ASSERT_EQ(verdict.findings.size(), 2u);
  EXPECT_EQ(verdict.findings[0].span, (Span{1, 1, 1}));
  EXPECT_EQ(verdict.findings[1].span, (Span{3, 1, 1}));
}

TEST(MailboxOf, IsWrittenAsGitDoes) {
  EXPECT_EQ(MailboxOf({"A U Thor", "a@x", {}}), "A U Thor <a@x>");
  EXPECT_EQ(MailboxOf({"", "", {}}), " <>");
}

}  // namespace
}  // namespace commitgate
