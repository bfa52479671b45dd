// SPDX-License-Identifier: MIT
#include "validator/engine/rule.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

std::vector<Level> LevelsAt(Level level) {
  Verdict verdict;
  Reporter reporter("rule", level, verdict);
  reporter.Error({{}, "error"});
  reporter.Warning({{}, "warning"});
  reporter.Add(Level::kOff, {{}, "off"});
  std::vector<Level> levels;
  for (const Finding& finding : verdict.findings)
    levels.push_back(finding.level);
  return levels;
}

TEST(Reporter, LeavesFindingsAtTheirLevel) {
  EXPECT_EQ(LevelsAt(Level::kError),
            (std::vector{Level::kError, Level::kWarning}));
}

TEST(Reporter, LowersErrorsToWarnings) {
  EXPECT_EQ(LevelsAt(Level::kWarning),
            (std::vector{Level::kWarning, Level::kWarning}));
}

TEST(Reporter, DropsAllWhereTheRuleIsOff) {
  EXPECT_EQ(LevelsAt(Level::kOff), std::vector<Level>{});
}

TEST(Reporter, PassesOnAllOfAReport) {
  Verdict verdict;
  Reporter reporter("rule", Level::kError, verdict);
  reporter.Error({{3, 4, 5}, "message", "found", "suggestion"});
  ASSERT_EQ(verdict.findings.size(), 1u);
  const Finding& finding = verdict.findings[0];
  EXPECT_EQ(finding.rule, "rule");
  EXPECT_EQ(finding.span, (Span{3, 4, 5}));
  EXPECT_EQ(finding.message, "message");
  EXPECT_EQ(finding.found, "found");
  EXPECT_EQ(finding.suggestion, "suggestion");
}

std::string CutBy(Reporter& reporter, const std::string& text,
                  Verdict& verdict) {
  reporter.Error({{}, text, text, text});
  const Finding& finding = verdict.findings.back();
  EXPECT_EQ(finding.message, finding.found);
  EXPECT_EQ(finding.suggestion, text == finding.found ? text : "");
  return finding.found;
}

TEST(Reporter, CutsLongTexts) {
  Verdict verdict;
  Reporter reporter("rule", Level::kError, verdict);
  const std::string most(Reporter::kMaxText, 'x');
  const std::string less = most.substr(1);
  EXPECT_EQ(CutBy(reporter, most, verdict), most);
  EXPECT_EQ(CutBy(reporter, most + "y", verdict), most);
  EXPECT_EQ(CutBy(reporter, less + "\u00e9", verdict), less);
  EXPECT_EQ(CutBy(reporter, less.substr(1) + "\u00e9z", verdict),
            less.substr(1) + "\u00e9");
  EXPECT_EQ(CutBy(reporter, std::string(9'999, '\x80'), verdict).size(),
            Reporter::kMaxText - 4);
}

TEST(Reporter, OneFindingStandsForAllThatAreTooMany) {
  Verdict verdict;
  Reporter reporter("rule", Level::kError, verdict);
  for (int line = 1; line <= 5'000; ++line)
    reporter.Add(line == 4'000 ? Level::kError : Level::kWarning,
                 {{line, 1, 1}, "message", "found", "suggestion"});
  ASSERT_EQ(verdict.findings.size(), Reporter::kMaxFindings + 1);
  EXPECT_EQ(verdict.findings[999].message, "message");
  const Finding& more = verdict.findings.back();
  EXPECT_EQ(more.rule, "rule");
  EXPECT_EQ(more.level, Level::kError);
  EXPECT_EQ(more.span, (Span{1'001, 1, 1}));
  EXPECT_EQ(more.message, "and more of the same");
  EXPECT_EQ(more.found + more.suggestion, "");
}

TEST(Reporter, NothingIsLeftOutUpToTheLimit) {
  Verdict verdict;
  Reporter reporter("rule", Level::kError, verdict);
  for (size_t i = 0; i < Reporter::kMaxFindings; ++i)
    reporter.Warning({{}, "message"});
  reporter.Add(Level::kOff, {{}, "off"});
  ASSERT_EQ(verdict.findings.size(), Reporter::kMaxFindings);
  EXPECT_EQ(verdict.findings.back().message, "message");
  Reporter("other", Level::kError, verdict).Warning({{}, "other"});
  EXPECT_EQ(verdict.findings.back().message, "other");
}

TEST(Reporter, GivingUpIsAnErrorThatNamesTheRule) {
  Verdict verdict;
  Reporter reporter("rule", Level::kWarning, verdict);
  EXPECT_FALSE(reporter.gave_up());
  reporter.GiveUp("too hard");
  EXPECT_TRUE(reporter.gave_up());
  EXPECT_EQ(verdict.kind, Verdict::Kind::kError);
  EXPECT_EQ(verdict.error, "rule: too hard");
}

TEST(Reporter, FirstOneToGiveUpIsTold) {
  Verdict verdict;
  Reporter("one", Level::kError, verdict).GiveUp("first");
  Reporter("two", Level::kError, verdict).GiveUp("second");
  EXPECT_EQ(verdict.error, "one: first");
}

}  // namespace
}  // namespace commitgate
