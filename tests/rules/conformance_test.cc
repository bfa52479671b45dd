// SPDX-License-Identifier: MIT
#include <algorithm>
#include <map>
#include <vector>

#include <fmt/core.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "tests/rules/intended_differences.h"
#include "tests/support/corpus.h"
#include "validator/engine/judge.h"
#include "validator/engine/load_policy.h"

namespace commitgate::testing {
namespace {

using Outcome = std::set<RuleLevel>;

/// As a commit object, for that is what core-validate-commit was shown.
Commit ToCommit(const Record& record) {
  const std::string object =
      fmt::format("author {} 0 +0000\n\n{}\n", record.author, record.message);
  Commit commit =
      ParseCommitObject(record.id, Bytes(object.begin(), object.end()));
  commit.parents = record.parents;
  return commit;
}

Outcome OutcomeOf(const Verdict& verdict) {
  Outcome outcome;
  for (const Finding& finding : verdict.findings)
    outcome.emplace(finding.rule,
                    finding.level == Level::kError ? "error" : "warning");
  return outcome;
}

/// What `a` has and `b` has not.
std::vector<RuleLevel> Missing(const Outcome& a, const Outcome& b) {
  std::vector<RuleLevel> missing;
  std::ranges::set_difference(a, b, std::back_inserter(missing));
  return missing;
}

std::vector<Difference> IntendedDifferences() {
  std::vector<Difference> all;
  for (const auto differences :
       {MetadataDifferences(), TitleDifferences(), LineDifferences()})
    all.insert(all.end(), differences.begin(), differences.end());
  return all;
}

/// Compares verdicts, and counts what explains where they differ.
class Comparison {
 public:
  Comparison()
      : policy_(
            LoadPreset("core-validate-commit", {Catalog(), Presets(), {}})) {}

  void CompareCorpus(std::string_view name) {
    for (const Record& record : ReadCorpus(name)) {
      if (record.upstream)
        Compare(name, record);
      else
        ++crashes_;
    }
  }

  size_t compared() const { return compared_; }
  /// Records on which core-validate-commit threw.
  size_t crashes() const { return crashes_; }
  size_t Explained(std::string_view difference) const {
    const auto found = explained_.find(difference);
    return found == explained_.end() ? 0 : found->second;
  }

 private:
  void Compare(std::string_view corpus, const Record& record);
  void Explain(const Disagreement& disagreement);

  const Policy policy_;
  const std::vector<Difference> differences_ = IntendedDifferences();
  size_t compared_ = 0;
  size_t crashes_ = 0;
  std::map<std::string_view, size_t> explained_;
};

void Comparison::Compare(std::string_view corpus, const Record& record) {
  ++compared_;
  const Commit commit = ToCommit(record);
  const Verdict verdict = Judge(commit, policy_, Stage::kLanding);
  const Outcome ours = OutcomeOf(verdict);
  const Outcome& theirs = *record.upstream;
  if (ours == theirs)
    return;
  SCOPED_TRACE(fmt::format("{} {}\nours   {}\ntheirs {}\n{}", corpus, record.id,
                           ours, theirs, record.message));
  using Side = Disagreement::Side;
  for (const RuleLevel& what : Missing(ours, theirs))
    Explain({commit, verdict, Side::kOurs, what});
  for (const RuleLevel& what : Missing(theirs, ours))
    Explain({commit, verdict, Side::kTheirs, what});
}

void Comparison::Explain(const Disagreement& disagreement) {
  for (const Difference& difference : differences_) {
    if (!difference.explains(disagreement))
      continue;
    ++explained_[difference.name];
    return;
  }
  const auto& [rule, level] = disagreement.what;
  ADD_FAILURE() << (disagreement.side == Disagreement::Side::kOurs
                        ? "only we"
                        : "only they")
                << " have " << rule << ' ' << level;
}

TEST(Conformance, OwnRecordsAreJudgedAlike) {
  Comparison comparison;
  comparison.CompareCorpus("own-conformance");
  EXPECT_EQ(comparison.compared(), 50u);
}

TEST(Conformance, DifferencesFromCoreValidateCommitAreIntended) {
  if (!ConformanceFolder())
    GTEST_SKIP() << "no conformance data: CONFORMANCE names no folder";
  Comparison comparison;
  for (const char* name : {"node", "node-addon-api", "edge", "mutations"})
    comparison.CompareCorpus(name);
  EXPECT_EQ(comparison.compared() + comparison.crashes(), 8171u);
  EXPECT_LE(comparison.crashes(), 1u);
  for (const Difference& difference : IntendedDifferences())
    EXPECT_GT(comparison.Explained(difference.name), 0u)
        << "explains nothing: " << difference.name;
}

}  // namespace
}  // namespace commitgate::testing
