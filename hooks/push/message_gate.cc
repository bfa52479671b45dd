// SPDX-License-Identifier: MIT
#include "hooks/push/message_gate.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "hooks/policy_source.h"
#include "hooks/push/unknown_pusher.h"
#include "hooks/push/wording.h"
#include "validator/engine/judge.h"
#include "validator/git/difference.h"

namespace commitgate {
namespace {

/// So many commits count towards the limit although some of them may be known
/// elsewhere: to find that out, all refs have to be read.
constexpr size_t kFew = 100;
/// So many commits of a push are judged before it is asked whether they are
/// known elsewhere; more would take time from the other refs.
constexpr size_t kHope = 1000;
/// With more, it is asked each time that so many more are found whether
/// somebody else can know the last of them.
constexpr size_t kStretch = 100;
constexpr size_t kMostListed = 10;

bool RefusesMerges(const RefPolicy& policy) {
  return policy.merges == RefPolicy::Merges::kRefuse;
}

/// In vain.
bool AsksForPusher(const HeldTo& held_to) {
  return !RulesWithoutPusher(held_to, Level::kError).empty() ||
         !RulesWithoutPusher(held_to, Level::kWarning).empty();
}

size_t NotNegative(int64_t number) {
  return static_cast<size_t>(std::max<int64_t>(number, 0));
}

}  // namespace

MessageGate::MessageGate(const GateInput& input, RefSnapshot& refs,
                         Deadline& deadline, BranchProjects& projects)
    : input_(input),
      refs_(refs),
      deadline_(deadline),
      projects_(projects),
      known_(input.repository, input.policy, refs),
      judge_(input.repository,
             NotNegative(input.policy.push.limits.max_message)),
      room_{.refusals = NotNegative(input.policy.push.max_findings),
            .warnings = NotNegative(input.policy.push.max_findings)},
      budget_(NotNegative(input.policy.push.limits.max_commits)),
      hope_(kHope) {}

void MessageGate::Pass(Candidate& candidate) {
  const RefPolicy& policy = *candidate.policy;
  if (policy.IsFree() || policy.type() != RefPolicy::Type::kBranch ||
      !candidate.update.target)
    return;
  const std::optional<Commits> judged = FindJudged(candidate);
  if (!judged)
    deadline_.Refuse(candidate);
  else if (!judged->empty() && PassLimits(*judged, candidate))
    JudgeCommits(*judged, candidate);
}

HeldTo MessageGate::WhatHolds(const Candidate& candidate) {
  const RefPolicy& policy = *candidate.policy;
  const Policy& rules = RulesOf(policy);
  const Needs needs = NeedsOf(rules, Stage::kLanding);
  return {&rules, &projects_.ViewsFor(candidate, needs),
          !RefusesMerges(policy)};
}

const Policy& MessageGate::RulesOf(const RefPolicy& policy) {
  if (!input_.judges_messages)
    return no_rules_;
  if (policy.rules == kOwnRules)
    return input_.policy;
  const auto known = presets_.find(policy.rules);
  if (known != presets_.end())
    return known->second;
  return presets_.emplace(policy.rules, LoadPresetPolicy(policy.rules))
      .first->second;
}

bool MessageGate::IsCutOff(const ObjectId& commit) const {
  return input_.repository.IsShallowBoundary(commit);
}

/// What only this push has is known nowhere, and neither are its descendants.
bool MessageGate::AreIncoming(const Commits& commits) const {
  return std::ranges::all_of(commits, [this](const ObjectId& id) {
    return input_.repository.IsIncoming(id);
  });
}

/// Whether there is nothing to say of any of them, which holds then for those
/// among them that are known nowhere, too.
bool MessageGate::AllPass(const Commits& commits, const Candidate& candidate) {
  const RefPolicy& policy = *candidate.policy;
  const HeldTo held_to = WhatHolds(candidate);
  if (AsksForPusher(held_to))
    return false;
  return std::ranges::all_of(commits, [&](const ObjectId& id) {
    if (deadline_.HasPassed() || IsCutOff(id))
      return false;
    const JudgedCommit& judged = judge_.Judge(id, held_to, room_);
    return judged.kind == Verdict::Kind::kPass &&
           (judged.parents < 2 || !RefusesMerges(policy));
  });
}

/// Those that have to be judged; none where it is known already that all pass.
std::optional<MessageGate::Commits> MessageGate::FindJudged(
    const Candidate& candidate) {
  const std::optional<ObjectId> current = refs_.Value(candidate.update.ref);
  Commits hidden;
  if (current)
    hidden.push_back(*current);
  if (const auto baseline = known_.Baseline(*candidate.policy))
    hidden.push_back(*baseline);
  if (!current)
    return FindUnknown(candidate, std::move(hidden));
  return FindNotHoped(candidate, hidden);
}

/// Without those that are hidden, or known elsewhere.
std::optional<MessageGate::Commits> MessageGate::FindUnknown(
    const Candidate& candidate, Commits hidden) {
  const Commits& known = known_.For(*candidate.policy);
  hidden.insert(hidden.end(), known.begin(), known.end());
  auto added = FindAdded(candidate, hidden, {});
  if (!added)
    return std::nullopt;
  return std::move(added->commits);
}

/// What an update adds is judged in the hope that it passes, before all refs
/// are read to find out which of it is known elsewhere.  They need not be read
/// where nobody else can know it.
std::optional<MessageGate::Commits> MessageGate::FindNotHoped(
    const Candidate& candidate, const Commits& hidden) {
  bool has_asked = false;
  size_t beyond_hope = 0;
  const auto ask_what_is_known = [&](const ObjectId& last,
                                     size_t found) -> std::optional<Commits> {
    if (found <= hope_ || beyond_hope++ % kStretch != 0 ||
        input_.repository.IsIncoming(last))
      return std::nullopt;
    has_asked = true;
    return known_.For(*candidate.policy);
  };
  auto added = FindAdded(candidate, hidden, ask_what_is_known);
  if (!added)
    return std::nullopt;
  Commits& commits = added->commits;
  const bool has_hope = !has_asked && commits.size() <= hope_;
  hope_ -= std::min(hope_, commits.size());
  if (has_asked)
    return std::move(commits);
  if (has_hope && budget_.Fits(commits) && AllPass(commits, candidate)) {
    CountHoped(candidate, hidden, commits);
    return Commits{};
  }
  if (AreIncoming(added->ends))
    return std::move(commits);
  return FindUnknown(candidate, hidden);
}

/// Most are judged when this returns.
std::optional<WatchedDifference> MessageGate::FindAdded(
    const Candidate& candidate, const Commits& hidden,
    const MoreHidden& more_hidden) {
  const ObjectId& target = *candidate.update.target;
  JudgeOnTheWay judging(judge_, budget_.most(), input_.is_late,
                        [this, &candidate] { return WhatHolds(candidate); });
  DifferenceWatcher watcher;
  watcher.on_the_way = [&judging](const ObjectId& id, Bytes object) {
    judging.Add(id, std::move(object));
  };
  watcher.gives_up = [this] { return IsLate(); };
  watcher.more_hidden = more_hidden;
  auto difference =
      WatchDifference(input_.repository, target, hidden, std::move(watcher));
  judging.Finish();
  if (difference && input_.known_ancestors)
    for (const ObjectId& ancestor : difference->reached)
      input_.known_ancestors->Add(ancestor, target);
  return difference;
}

void MessageGate::CountHoped(const Candidate& candidate, const Commits& hidden,
                             const Commits& added) {
  if (added.size() <= kFew)
    return budget_.Count(added);
  budget_.CountLater(added.size(), [this, &candidate, hidden, added] {
    return FindUnknown(candidate, hidden).value_or(added);
  });
}

bool MessageGate::PassLimits(const Commits& commits, Candidate& candidate) {
  if (!budget_.Fits(commits)) {
    candidate.refusals.push_back(
        {fmt::format("the push brings {} to judge here, limit is {} a push",
                     Counted(commits.size(), "commit"),
                     input_.policy.push.limits.max_commits)});
    AddBaselineAdvice(candidate);
    return false;
  }
  const auto cut = std::ranges::find_if(
      commits, [this](const ObjectId& id) { return IsCutOff(id); });
  if (cut == commits.end())
    return true;
  candidate.refusals.push_back(
      {fmt::format("the repository on the server is shallow: what comes "
                   "before commit {} is missing",
                   ShortId(*cut))});
  return false;
}

void MessageGate::JudgeCommits(const Commits& commits, Candidate& candidate) {
  budget_.Count(commits);
  const RefPolicy& policy = *candidate.policy;
  const HeldTo held_to = WhatHolds(candidate);
  TellOfUnknownPusher(held_to, candidate);
  Faults faults{.tip = *candidate.update.target};
  for (const ObjectId& id : commits) {
    if (deadline_.HasPassed()) {
      deadline_.Refuse(candidate);
      return;
    }
    const JudgedCommit& judged = judge_.Judge(id, held_to, room_);
    const bool is_merge = judged.parents > 1;
    const bool has_to_go = is_merge && RefusesMerges(policy);
    faults.keeps_merges |= is_merge && !has_to_go;
    if (!has_to_go)
      Tell(judged, candidate);
    if (!has_to_go && !judged.IsRefused())
      continue;
    if (faults.IsEmpty()) {
      faults.first = id;
      faults.first_is_root = judged.parents == 0;
    }
    (has_to_go ? faults.merges : faults.bad).push_back(id);
  }
  if (faults.IsEmpty())
    return;
  AddMergesRefusal(faults.merges, candidate);
  AddMending(std::move(faults), candidate);
}

void MessageGate::TellOfUnknownPusher(const HeldTo& held_to,
                                      Candidate& candidate) {
  if (auto refusal = RefuseWithoutPusher(held_to, input_))
    candidate.refusals.push_back(*std::move(refusal));
  if (std::string note = NoteWithoutPusher(held_to, input_); !note.empty())
    notes_.insert(std::move(note));
}

void MessageGate::Tell(const JudgedCommit& judged, Candidate& candidate) {
  const bool is_refused = judged.IsRefused();
  size_t& room = is_refused ? room_.refusals : room_.warnings;
  auto& told = is_refused ? candidate.refusals : candidate.warnings;
  const size_t count = std::min(room, judged.remarks.size());
  told.insert(told.end(), judged.remarks.begin(),
              judged.remarks.begin() + static_cast<std::ptrdiff_t>(count));
  room -= count;
  candidate.left_out += judged.findings - count;
}

void MessageGate::AddMergesRefusal(const Commits& merges,
                                   Candidate& candidate) const {
  if (merges.empty())
    return;
  std::vector<std::string> ids;
  for (const ObjectId& id : merges)
    ids.push_back(ShortId(id));
  candidate.refusals.push_back(
      {fmt::format("{} where none may be: {}", Counted(merges.size(), "merge"),
                   Listed(ids, kMostListed))});
}

void MessageGate::AddMending(Faults faults, Candidate& candidate) {
  const auto current = refs_.Value(candidate.update.ref);
  if (current && !faults.merges.empty() &&
      Reaches(input_.repository, faults.tip, *current))
    faults.current = current;
  candidate.refusals.push_back(HowToMend(faults));
  AddBaselineAdvice(candidate);
}

/// For the first push to a repository: nobody wants to mend a history that is
/// older than its rules.
void MessageGate::AddBaselineAdvice(Candidate& candidate) {
  if (refs_.Value(candidate.update.ref) ||
      !known_.For(*candidate.policy).empty())
    return;
  auto& more = candidate.refusals.back().more;
  more.push_back(
      "or, if this is a history older than the rules, say in [[refs]] of the "
      "policy that nothing up to here is judged:");
  more.push_back(
      fmt::format("  since = \"{}\"", candidate.update.target->Hex()));
}

}  // namespace commitgate
