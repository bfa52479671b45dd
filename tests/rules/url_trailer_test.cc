// SPDX-License-Identifier: MIT
#include "rules/url_trailer.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

std::optional<Judgement> JudgeFaulty(CommitReference::Fault fault) {
  CommitReference commit;
  commit.fault = fault;
  return JudgeCommit(commit);
}

TEST(UrlTrailer, CommitThatIsWellNamedIsFine) {
  EXPECT_FALSE(JudgeFaulty(CommitReference::Fault::kNone));
}

TEST(UrlTrailer, ShortHashIsAWarningOnly) {
  const auto no_subject = JudgeFaulty(CommitReference::Fault::kNoSubject);
  ASSERT_TRUE(no_subject);
  EXPECT_EQ(no_subject->level, Level::kError);
  const auto short_hash = JudgeFaulty(CommitReference::Fault::kShortHash);
  ASSERT_TRUE(short_hash);
  EXPECT_EQ(short_hash->level, Level::kWarning);
}

std::optional<Judgement> RefuseAllButX(std::string_view value,
                                       const Settings&) {
  if (value == "x")
    return std::nullopt;
  return Judgement{.fault = "is no x", .suggestion = "x"};
}

TEST(UrlTrailer, JudgesEachValueAndPointsAtTheKeyOfAnEmptyOne) {
  const Commit commit =
      MakeCommit("id", "title\n\nRefs: y\nrefs: x\nFixes: y\nRefs:");
  Verdict verdict;
  Reporter reporter("rule", Level::kError, verdict);
  JudgeValues("Refs", RefuseAllButX, {commit, Stage::kLanding, {}},
              Settings(kRepositoryOption), reporter);
  ASSERT_EQ(verdict.findings.size(), 2u);
  EXPECT_EQ(verdict.findings[0].span, (Span{3, 7, 1}));
  EXPECT_EQ(verdict.findings[0].message, "Refs is no x");
  EXPECT_EQ(verdict.findings[0].found, "y");
  EXPECT_EQ(verdict.findings[0].suggestion, "x");
  EXPECT_EQ(verdict.findings[1].span, (Span{6, 1, 4}));
  EXPECT_EQ(verdict.findings[1].found, "");
}

}  // namespace
}  // namespace commitgate
