// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "rules/catalog.h"
#include "tests/support/corpus.h"
#include "validator/engine/load_policy.h"
#include "validator/repair/kept.h"
#include "validator/repair/repair.h"

namespace commitgate::testing {
namespace {

/// What was done to all messages of a corpus.
struct Tally {
  size_t messages = 0;
  size_t touched = 0;
  size_t passed_before = 0;
  size_t passed_after = 0;
  std::map<std::string_view, size_t> steps = {};
};

bool Passes(const Verdict& verdict) {
  return verdict.kind == Verdict::Kind::kPass ||
         verdict.kind == Verdict::Kind::kWarn;
}

size_t CountErrors(const Verdict& verdict, std::string_view rule) {
  return std::ranges::count_if(verdict.findings, [&](const Finding& finding) {
    return finding.rule == rule && finding.level == Level::kError;
  });
}

size_t CountFindings(const Verdict& verdict, std::string_view rule) {
  return std::ranges::count(verdict.findings, rule, &Finding::rule);
}

std::set<std::string_view> RulesOf(const Verdict& verdict) {
  std::set<std::string_view> rules;
  for (const Finding& finding : verdict.findings)
    rules.insert(finding.rule);
  return rules;
}

void ExpectNothingNew(const Verdict& before, const Verdict& after) {
  for (const std::string_view rule : RulesOf(after)) {
    EXPECT_LE(CountErrors(after, rule), CountErrors(before, rule)) << rule;
    EXPECT_LE(CountFindings(after, rule), CountFindings(before, rule)) << rule;
  }
}

/// At least one of the rules that the step serves has less to report.
void ExpectServed(const RepairStep& step, const Verdict& before,
                  const Verdict& after) {
  EXPECT_TRUE(std::ranges::any_of(step.rules, [&](std::string_view rule) {
    return CountFindings(after, rule) < CountFindings(before, rule);
  })) << step.name;
}

/// Steps that move lines or blanks, and change no word.
bool ChangesNoWord(const RepairStep& step) {
  const std::set<std::string_view> kSteps = {"blank-line", "line-ends",
                                             "metadata-paragraphs", "wrap"};
  return kSteps.contains(step.name);
}

class RepairConformance : public ::testing::Test {
 protected:
  void RepairCorpus(std::string_view name) {
    for (const Record& record : ReadCorpus(name)) {
      SCOPED_TRACE(record.id);
      Commit commit = MakeCommit(record.id, record.message);
      commit.parents = record.parents;
      RepairOne(commit);
    }
  }

  Tally tally_;

 private:
  void RepairOne(const Commit& commit) {
    const Verdict before = Judge(commit, policy_, Stage::kLanding);
    const Repaired repaired = RepairMessage(commit, policy_, Stage::kLanding);
    ++tally_.messages;
    tally_.passed_before += Passes(before);
    tally_.passed_after += Passes(repaired.verdict);
    const Repaired again =
        RepairMessage(repaired.commit, policy_, Stage::kLanding);
    EXPECT_FALSE(again.IsChanged());
    EXPECT_EQ(again.text, repaired.text);
    if (!repaired.IsChanged())
      return;
    ++tally_.touched;
    ExpectNothingNew(before, repaired.verdict);
    for (const RepairStep* const step : repaired.steps) {
      ++tally_.steps[step->name];
      ExpectServed(*step, before, repaired.verdict);
    }
    const bool changes_no_word = std::ranges::all_of(
        repaired.steps,
        [](const RepairStep* step) { return ChangesNoWord(*step); });
    if (changes_no_word) {
      EXPECT_TRUE(KeepsSetOfWords(commit.message, repaired.commit.message));
    }
  }

  const Policy policy_ = LoadPreset("nodejs", {Catalog(), Presets(), {}});
};

TEST_F(RepairConformance, WhatIsRepairedIsBetterAndStaysSo) {
  if (!ConformanceFolder())
    GTEST_SKIP() << "no conformance data: CONFORMANCE names no folder";
  for (const char* name : {"node", "node-addon-api", "edge", "mutations"})
    RepairCorpus(name);
  EXPECT_EQ(tally_.messages, 8171u);
  EXPECT_GT(tally_.touched, 1500u);
  EXPECT_GT(tally_.passed_after, tally_.passed_before + 400);
  for (const auto& [step, count] : tally_.steps)
    EXPECT_GT(count, 1u) << step;
  EXPECT_EQ(tally_.steps.size(), 11u);
}

TEST_F(RepairConformance, OwnMessagesStayAsTheyAreOrGetBetter) {
  RepairCorpus("own-conformance");
  EXPECT_EQ(tally_.messages, 50u);
}

}  // namespace
}  // namespace commitgate::testing
