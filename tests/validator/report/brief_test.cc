// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/validator/report/reported.h"

namespace commitgate::testing {
namespace {

const std::vector<Judged> kCommits = {
    {"1111", "doc: good"},
    {"2222", "docs: Bad",
     Found({{"alpha",
             Level::kError,
             {1, 1, 4},
             "no subsystem 'docs'",
             "docs",
             "doc"},
            {"beta", Level::kWarning, {3, 73, 9}, "line is long", {}, {}}})},
    {"v9", "", Failed("unknown revision 'v9'")},
};

TEST(BriefReport, HasALineAFinding) {
  EXPECT_EQ(Report("brief", kCommits),
            "2222:1:1: error: no subsystem 'docs' [alpha]\n"
            "2222:3:73: warning: line is long [beta]\n"
            "v9:1:1: error: could not judge: unknown revision 'v9'\n");
}

TEST(BriefReport, HasOnlyErrorsWhenQuiet) {
  EXPECT_EQ(Report("brief", kCommits, {.quiet = true}),
            "2222:1:1: error: no subsystem 'docs' [alpha]\n"
            "v9:1:1: error: could not judge: unknown revision 'v9'\n");
}

TEST(BriefReport, IsEmptyWithoutFindings) {
  EXPECT_EQ(Report("brief", {}), "");
  EXPECT_EQ(Report("brief", {kCommits[0]}), "");
}

TEST(BriefReport, KeepsTheFindingsOfACommitThatCouldNotBeJudged) {
  Verdict verdict = Failed("pattern 'no-jira' gave up");
  verdict.findings = kCommits[1].verdict.findings;
  verdict.findings.pop_back();
  EXPECT_EQ(Report("brief", {{"2222", "docs: Bad", std::move(verdict)}}),
            "2222:1:1: error: could not judge: pattern 'no-jira' gave up\n"
            "2222:1:1: error: no subsystem 'docs' [alpha]\n");
}

TEST(BriefReport, IsALineWhateverTheTextSays) {
  for (const std::string& text : HostileTexts()) {
    const std::string report = Report(
        "brief",
        {{text, text, Found({{"alpha", Level::kError, {}, text, {}, {}}})}});
    EXPECT_EQ(report.find('\n'), report.size() - 1) << report;
  }
}

TEST(BriefReport, CutsEndlessTexts) {
  const std::string endless(2'000'000, 'x');
  EXPECT_LT(
      Report(
          "brief",
          {{endless, endless,
            Found({{"alpha", Level::kError, {}, endless, endless, endless}})},
           {endless, "", Failed(endless)}})
          .size(),
      10'000u);
}

}  // namespace
}  // namespace commitgate::testing
