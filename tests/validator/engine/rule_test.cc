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

TEST(Reporter, GivingUpIsAnErrorThatNamesTheRule) {
  Verdict verdict;
  Reporter("rule", Level::kWarning, verdict).GiveUp("too hard");
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
