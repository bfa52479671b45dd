// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "hooks/push/branch_projects.h"
#include "hooks/push/candidate.h"
#include "hooks/push/commit_budget.h"
#include "hooks/push/commit_judge.h"
#include "hooks/push/deadline.h"
#include "hooks/push/gates.h"
#include "hooks/push/judge_on_the_way.h"
#include "hooks/push/known_tips.h"
#include "hooks/push/mending.h"
#include "hooks/push/ref_snapshot.h"
#include "validator/git/difference.h"

namespace commitgate {

/// Is every commit that becomes part of a branch well made, and no merge where
/// none may be?  One gate for all refs of a push: what is in several of them is
/// judged once, and the limits are those of the push.
class MessageGate {
 public:
  /// REQUIRES: all outlive it.
  MessageGate(const GateInput& input, RefSnapshot& refs, Deadline& deadline,
              BranchProjects& projects);

  /// REQUIRES: the refs gate has nothing against the candidate.  Throws Error.
  void Pass(Candidate& candidate);

  /// What was not judged, a line each.
  const std::set<std::string>& Notes() const { return notes_; }

 private:
  using Commits = std::vector<ObjectId>;

  using MoreHidden = decltype(DifferenceWatcher::more_hidden);

  HeldTo WhatHolds(const Candidate& candidate);
  const Policy& RulesOf(const RefPolicy& policy);
  bool IsCutOff(const ObjectId& commit) const;
  bool AreIncoming(const Commits& commits) const;
  bool AllPass(const Commits& commits, const Candidate& candidate);
  bool IsLate() const { return input_.is_late && input_.is_late(); }
  /// Nothing where it is too late, in those that find commits.
  std::optional<Commits> FindJudged(const Candidate& candidate);
  std::optional<Commits> FindUnknown(const Candidate& candidate,
                                     Commits hidden);
  std::optional<Commits> FindNotHoped(const Candidate& candidate,
                                      const Commits& hidden);
  std::optional<WatchedDifference> FindAdded(const Candidate& candidate,
                                             const Commits& hidden,
                                             const MoreHidden& more_hidden);
  void CountHoped(const Candidate& candidate, const Commits& hidden,
                  const Commits& added);
  bool PassLimits(const Commits& commits, Candidate& candidate);
  void JudgeCommits(const Commits& commits, Candidate& candidate);
  void TellOfUnknownPusher(const HeldTo& held_to, Candidate& candidate);
  void Tell(const JudgedCommit& judged, Candidate& candidate);
  void AddMergesRefusal(const Commits& merges, Candidate& candidate) const;
  void AddMending(Faults faults, Candidate& candidate);
  void AddBaselineAdvice(Candidate& candidate);

  const GateInput& input_;
  RefSnapshot& refs_;
  Deadline& deadline_;
  BranchProjects& projects_;
  KnownTips known_;
  CommitJudge judge_;
  Room room_;
  CommitBudget budget_;
  /// So many more commits may be found before it is asked what is known.
  size_t hope_;
  /// For force-push-window, which looks for merges only.
  const Policy no_rules_ = {};
  /// Presets that refs name, by name.
  std::map<std::string, Policy> presets_;
  std::set<std::string> notes_;
};

}  // namespace commitgate
