// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/report/reported.h"

namespace commitgate::testing {
namespace {

const Finding kError{"alpha",     Level::kError, {1, 1, 4},
                     "no 'docs'", "docs",        "doc"};
const Finding kWarning{"beta", Level::kWarning, {3, 73, 9}, "too long", {}, {}};

/// What TAP::Parser makes of a report, a line a test point: "ok", "not ok",
/// "todo" or "skip", and the description.  Then its complaints.
std::string ReadBack(const std::string& report) {
  constexpr char kProgram[] = R"(
    use TAP::Parser;
    local $/;
    my $parser = TAP::Parser->new({tap => <STDIN>});
    while (my $result = $parser->next) {
      print "unknown: ", $result->raw, "\n" if $result->is_unknown;
      print "bailed out\n" if $result->is_bailout;
      next unless $result->is_test;
      print $result->has_skip ? "skip" : $result->has_todo ? "todo"
          : $result->is_ok ? "ok" : "not ok", " ", $result->description, "\n";
    }
    print "wrong: $_\n" for $parser->parse_errors;
  )";
  const Result result = Run({"perl", "-e", kProgram}, {.input = report});
  return result.out + result.err;
}

TEST(TapReport, HasAPointARule) {
  Verdict verdict = Found({kError, kWarning});
  verdict.skipped.push_back({"landing", "release commit"});
  EXPECT_EQ(Report("tap", {{"2222", "docs: bad", std::move(verdict)},
                           {"1111", "doc: good"}}),
            R"(TAP version 13
# 2222 docs: bad
not ok 1 - alpha: no 'docs'
  ---
  line: 1
  column: 1
  found: "docs"
  suggestion: "doc"
  ...
ok 2 - beta: too long # TODO warning
  ---
  line: 3
  column: 73
  ...
ok 3 - landing # SKIP release commit
ok 4 - no-jira
# 1111 doc: good
ok 5 - alpha
ok 6 - beta
ok 7 - landing
ok 8 - no-jira
1..8
)");
}

TEST(TapReport, HasAPointAFinding) {
  EXPECT_EQ(ReadBack(Report("tap", {{"2222", "docs: bad",
                                     Found({kError, kError, kWarning})}})),
            "not ok - alpha: no 'docs'\n"
            "not ok - alpha: no 'docs'\n"
            "todo - beta: too long\n"
            "ok - landing\n"
            "ok - no-jira\n");
}

TEST(TapReport, HasOnlyRulesThatJudge) {
  EXPECT_EQ(ReadBack(Report("tap", {{"1111", "doc: good"}},
                            {.stage = Stage::kDraft})),
            "ok - alpha\nok - beta\nok - no-jira\n");
}

TEST(TapReport, SaysWhatCouldNotBeJudged) {
  Verdict verdict = Failed("pattern 'no-jira' gave up");
  verdict.findings = {kError};
  EXPECT_EQ(Report("tap", {{"v9", "", Failed("unknown revision 'v9'")},
                           {"2222", "docs: bad", std::move(verdict)}}),
            R"(TAP version 13
# v9 
not ok 1 - v9: could not judge: unknown revision 'v9'
# 2222 docs: bad
not ok 2 - 2222: could not judge: pattern 'no-jira' gave up
not ok 3 - alpha: no 'docs'
  ---
  line: 1
  column: 1
  found: "docs"
  suggestion: "doc"
  ...
1..3
)");
}

TEST(TapReport, SkipsAllWithoutCommits) {
  EXPECT_EQ(Report("tap", {}),
            "TAP version 13\n1..0 # SKIP no commits to judge\n");
}

TEST(TapReport, CannotBeTalkedOutOfAFailure) {
  for (const std::string& text : HostileTexts()) {
    const Finding finding{"alpha", Level::kError, {}, text, text, text};
    const std::string points = ReadBack(Report(
        "tap", {{text, text, Found({finding})}, {text, text, Failed(text)}},
        {.stage = Stage::kDraft}));
    EXPECT_EQ(points.substr(0, 15), "not ok - alpha:") << points;
    EXPECT_NE(points.find("\nok - beta\nok - no-jira\nnot ok - "), points.npos)
        << points;
    EXPECT_EQ(std::count(points.begin(), points.end(), '\n'), 4) << points;
  }
}

TEST(TapReport, IsAcceptedByProve) {
  const TempDir folder;
  const struct {
    const char* what;
    std::vector<Judged> commits;
    int status;
  } kCases[] = {
      {"nothing to object", {{"1111", "doc: good"}}, 0},
      {"a warning", {{"1111", "doc: good", Found({kWarning})}}, 0},
      {"an error", {{"1111", "doc: good", Found({kError})}}, 1},
      {"not judged", {{"1111", "", Failed("it is gone")}}, 1},
      {"no commits", {}, 0},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    folder.Write("report.tap", Report("tap", test.commits));
    const Result result =
        testing::Run({"prove", "-e", "cat", folder / "report.tap"});
    EXPECT_EQ(result.status, test.status) << result.out << result.err;
    EXPECT_EQ(result.out.find("Parse errors"), result.out.npos) << result.out;
  }
}

TEST(TapReport, CutsEndlessTexts) {
  const std::string endless(2'000'000, '#');
  const Finding finding{"alpha", Level::kError, {}, endless, {}, {}};
  EXPECT_LT(Report("tap", {{endless, endless, Found({finding})},
                           {endless, "", Failed(endless)}})
                .size(),
            20'000u);
}

}  // namespace
}  // namespace commitgate::testing
