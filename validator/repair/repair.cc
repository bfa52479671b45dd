// SPDX-License-Identifier: MIT
#include "validator/repair/repair.h"

#include <algorithm>
#include <map>
#include <utility>

#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

/// `commit` with another message, in UTF-8.
Commit WithMessage(const Commit& commit, std::string_view text) {
  Commit other = MakeCommit(commit.id, text);
  other.parents = commit.parents;
  other.author = commit.author;
  other.committer = commit.committer;
  return other;
}

/// What a rule reports.
struct Count {
  size_t errors = 0;
  size_t all = 0;
};

/// By rule.
using Tally = std::map<std::string_view, Count>;

Tally TallyOf(const Verdict& verdict) {
  Tally tally;
  for (const Finding& finding : verdict.findings) {
    Count& count = tally[finding.rule];
    ++count.all;
    if (finding.level == Level::kError)
      ++count.errors;
  }
  return tally;
}

bool Serves(const RepairStep& step, std::string_view rule) {
  return std::ranges::find(step.rules, rule) != step.rules.end();
}

size_t CountServed(const RepairStep& step, const Verdict& verdict) {
  return std::ranges::count_if(verdict.findings, [&](const Finding& finding) {
    return Serves(step, finding.rule);
  });
}

bool ReportsNothingNew(const Verdict& before, const Verdict& after) {
  const Tally old = TallyOf(before);
  return std::ranges::all_of(TallyOf(after), [&](const auto& entry) {
    const auto found = old.find(entry.first);
    return found != old.end() && entry.second.all <= found->second.all &&
           entry.second.errors <= found->second.errors;
  });
}

/// A rule that no longer judges is no rule that is content.
bool SkipsTheSame(const Verdict& before, const Verdict& after) {
  return std::ranges::equal(before.skipped, after.skipped, {}, &Skip::rule,
                            &Skip::rule);
}

bool IsBetter(const RepairStep& step, const Verdict& before,
              const Verdict& after) {
  return after.kind != Verdict::Kind::kError &&
         CountServed(step, after) < CountServed(step, before) &&
         ReportsNothingNew(before, after) && SkipsTheSame(before, after);
}

class Treatment {
 public:
  Treatment(const Commit& commit, const Policy& policy, Stage stage,
            const Views& views)
      : original_(commit), policy_(policy), stage_(stage), views_(views) {
    Accept(WithMessage(commit, TextOf(commit.message)));
  }

  Repaired Run();

 private:
  bool CanBeTreated() const;
  bool Try(const RepairStep& step);
  void Accept(Commit commit);

  const Commit& original_;
  const Policy& policy_;
  const Stage stage_;
  const Views& views_;
  Repaired repaired_;
};

void Treatment::Accept(Commit commit) {
  repaired_.text = TextOf(commit.message);
  repaired_.verdict = Judge(commit, policy_, stage_, views_);
  repaired_.commit = std::move(commit);
}

bool Treatment::CanBeTreated() const {
  return !original_.undecodable && !repaired_.commit.message.IsEmpty() &&
         repaired_.verdict.kind != Verdict::Kind::kError &&
         repaired_.text.find('\0') == repaired_.text.npos;
}

/// Whether the step was taken.
bool Treatment::Try(const RepairStep& step) {
  if (CountServed(step, repaired_.verdict) == 0)
    return false;
  const Message& before = repaired_.commit.message;
  const auto text = step.apply({before, repaired_.verdict, policy_});
  if (!text || *text == repaired_.text)
    return false;
  Commit candidate = WithMessage(original_, *text);
  if (candidate.message.IsEmpty() || !step.keeps(before, candidate.message))
    return false;
  Verdict verdict = Judge(candidate, policy_, stage_, views_);
  if (!IsBetter(step, repaired_.verdict, verdict))
    return false;
  repaired_.text = TextOf(candidate.message);
  repaired_.commit = std::move(candidate);
  repaired_.verdict = std::move(verdict);
  if (std::ranges::find(repaired_.steps, &step) == repaired_.steps.end())
    repaired_.steps.push_back(&step);
  return true;
}

Repaired Treatment::Run() {
  // Each step taken leaves fewer findings, so there is an end.
  bool again = CanBeTreated();
  while (again) {
    again = false;
    for (const RepairStep* const step : RepairSteps())
      again |= Try(*step);
  }
  return std::move(repaired_);
}

}  // namespace

Repaired RepairMessage(const Commit& commit, const Policy& policy, Stage stage,
                       const Views& views) {
  return Treatment(commit, policy, stage, views).Run();
}

}  // namespace commitgate
