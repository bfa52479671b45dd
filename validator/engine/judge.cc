// SPDX-License-Identifier: MIT
#include "validator/engine/judge.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

#include "validator/engine/judge_pattern.h"

namespace commitgate {
namespace {

/// One commit before one policy.
class Trial {
 public:
  Trial(const Commit& commit, const Policy& policy, Stage stage,
        const Views& views)
      : context_{commit, stage, views}, policy_(policy), patterns_(commit) {}

  Verdict Run();

 private:
  void FindExemptions();
  void Judge(const RulePolicy& rule);
  void Judge(const PatternRule& pattern);
  /// Why `rule` does not judge the commit; empty if it does.
  std::string_view WhySkipped(const RulePolicy& rule);
  std::string_view WhySkipped(const PatternRule& pattern) const;
  /// Of most authors there are no exemptions.
  std::string_view WhyExempt(std::string_view id) const {
    return exemptions_.empty() ? std::string_view() : WhyExemptByAuthor(id);
  }
  std::string_view WhyExemptByAuthor(std::string_view id) const;
  bool IsThere(Need need);
  const Changes* ChangesFor(const Rule& rule);
  std::span<const KnownReviewer> ReviewersFor(const Rule& rule);
  std::string_view WhatIsMissing(Needs needs);
  void Skip(std::string_view id, std::string_view why);
  void Conclude();

  Context context_;
  const Policy& policy_;
  PatternJudge patterns_;
  /// Those whose author this is.
  std::vector<const Exemption*> exemptions_;
  /// Whether the repository stores the commit, once that was asked for.
  std::optional<bool> is_stored_;
  /// What was found to be there so far.
  Needs there_ = 0;
  /// What it changes, once a rule needs that.
  std::shared_ptr<const Changes> changes_;
  /// Those of the message, once a rule needs to know who they are.
  std::optional<std::vector<KnownReviewer>> reviewers_;
  Verdict verdict_;
};

constexpr std::string_view kMergeCommit = "merge commit";

void Trial::FindExemptions() {
  if (policy_.exemptions.empty() || !context_.commit.author)
    return;
  const std::string author = MailboxOf(*context_.commit.author);
  for (const Exemption& exemption : policy_.exemptions) {
    const Pattern::Result result = exemption.author.Search(author);
    if (result.outcome == Pattern::Outcome::kMatch)
      exemptions_.push_back(&exemption);
    if (result.outcome == Pattern::Outcome::kGaveUp)
      Reporter(exemption.why, Level::kError, verdict_).GiveUp(result.reason);
  }
}

std::string_view Trial::WhyExemptByAuthor(std::string_view id) const {
  for (const Exemption* const exemption : exemptions_)
    if (std::ranges::binary_search(exemption->rules, id))
      return exemption->why;
  return {};
}

bool Trial::IsThere(Need need) {
  switch (need) {
    case Need::kRoster:
      return context_.views.roster != nullptr;
    case Need::kOwners:
      return context_.views.owners != nullptr;
    case Need::kMailmap:
      return true;
    case Need::kPusher:
      return context_.views.pusher.has_value();
    case Need::kNow:
      return context_.views.now.has_value();
    case Need::kRepository:
      return context_.views.repository != nullptr;
    case Need::kChanges:
      break;
  }
  // Not for free, and several rules ask.
  if (!is_stored_)
    is_stored_ = context_.views.repository &&
                 context_.views.repository->Stores(context_.commit);
  return *is_stored_;
}

/// Empty where nothing is.
std::string_view Trial::WhatIsMissing(Needs needs) {
  if ((needs & ~there_) == 0)
    return {};
  for (const Missing& missing : kMissing)
    if (Has(needs, missing.need) && !IsThere(missing.need))
      return missing.why;
  there_ |= needs;
  return {};
}

std::string_view Trial::WhySkipped(const RulePolicy& rule) {
  if (rule.rule->landing_only && context_.stage == Stage::kDraft)
    return "draft";
  if (rule.exempts_merges && context_.commit.IsMerge())
    return kMergeCommit;
  if (rule.exempts_releases && context_.message().title.is_release)
    return "release commit";
  if (const std::string_view why = WhyExempt(rule.rule->id); !why.empty())
    return why;
  return WhatIsMissing(rule.rule->needs);
}

std::string_view Trial::WhySkipped(const PatternRule& pattern) const {
  if (context_.commit.IsMerge())
    return kMergeCommit;
  return WhyExempt(pattern.id);
}

const Changes* Trial::ChangesFor(const Rule& rule) {
  if (!Has(rule.needs, Need::kChanges))
    return nullptr;
  if (!changes_)
    changes_ = context_.views.repository->ChangesOf(context_.commit);
  return changes_.get();
}

std::span<const KnownReviewer> Trial::ReviewersFor(const Rule& rule) {
  if (!Has(rule.needs, Need::kMailmap))
    return {};
  if (!reviewers_)
    reviewers_ = Identify(context_.message().reviewers, context_.people());
  return *reviewers_;
}

void Trial::Skip(std::string_view id, std::string_view why) {
  constexpr size_t kAFew = 4;
  if (verdict_.skipped.empty())
    verdict_.skipped.reserve(kAFew);
  verdict_.skipped.push_back({id, why});
}

void Trial::Judge(const RulePolicy& rule) {
  if (rule.level == Level::kOff)
    return;
  const std::string_view id = rule.rule->id;
  if (const std::string_view why = WhySkipped(rule); !why.empty()) {
    Skip(id, why);
    return;
  }
  Reporter reporter(id, rule.level, verdict_);
  context_.changes = ChangesFor(*rule.rule);
  context_.reviewers = ReviewersFor(*rule.rule);
  rule.rule->check(context_, rule.settings, reporter);
}

void Trial::Judge(const PatternRule& pattern) {
  if (pattern.level == Level::kOff)
    return;
  if (const std::string_view why = WhySkipped(pattern); !why.empty()) {
    Skip(pattern.id, why);
    return;
  }
  Reporter reporter(pattern.id, pattern.level, verdict_);
  patterns_.Judge(pattern, reporter);
}

void Trial::Conclude() {
  const auto place = [](const Finding& finding) {
    return std::tuple(finding.span.line, finding.span.column);
  };
  std::ranges::stable_sort(verdict_.findings, {}, place);
  if (verdict_.kind != Verdict::Kind::kError)
    verdict_.kind = KindOf(verdict_.findings);
}

Verdict Trial::Run() {
  FindExemptions();
  for (const RulePolicy& rule : policy_.rules)
    Judge(rule);
  for (const PatternRule& pattern : policy_.patterns)
    Judge(pattern);
  Conclude();
  return std::move(verdict_);
}

}  // namespace

Verdict::Kind KindOf(const std::vector<Finding>& findings) {
  if (findings.empty())
    return Verdict::Kind::kPass;
  const bool fails = std::ranges::any_of(findings, [](const Finding& finding) {
    return finding.level == Level::kError;
  });
  return fails ? Verdict::Kind::kFail : Verdict::Kind::kWarn;
}

Verdict Judge(const Commit& commit, const Policy& policy, Stage stage,
              const Views& views) {
  return Trial(commit, policy, stage, views).Run();
}

People Context::people() const {
  static const Mailmap kNobodyRenamed;
  return {views.mailmap ? *views.mailmap : kNobodyRenamed, views.roster};
}

Needs NeedsOf(const Policy& policy, Stage stage) {
  Needs needs = 0;
  for (const RulePolicy& rule : policy.rules)
    if (rule.level != Level::kOff &&
        !(rule.rule->landing_only && stage == Stage::kDraft))
      needs |= rule.rule->needs;
  return needs;
}

Verdict CouldNotJudge(std::string why) {
  Verdict verdict;
  verdict.kind = Verdict::Kind::kError;
  verdict.error = std::move(why);
  return verdict;
}

}  // namespace commitgate
