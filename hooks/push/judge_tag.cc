// SPDX-License-Identifier: MIT
#include "hooks/push/judge_tag.h"

#include <algorithm>

#include "hooks/push/judge_move.h"
#include "hooks/push/policed.h"
#include "hooks/push/under_way.h"
#include "hooks/push/window_words.h"
#include "hooks/window/reach.h"
#include "validator/error.h"

namespace commitgate {
namespace {

bool TakesAway(const Row& row) {
  return row.kind == RowKind::kRewrite || row.kind == RowKind::kDelete;
}

/// Looks for a branch that has a commit and keeps it.
class BranchSearch {
 public:
  BranchSearch(const Deciding& deciding, const std::vector<RefVerdict>& decided)
      : deciding_(deciding), decided_(decided) {}

  bool Keeps(const ObjectId& commit) {
    Collect();
    if (IsReached(deciding_.server, commit, stable_))
      return true;
    return std::ranges::any_of(changing_, [&](const Changing& branch) {
      return KeepsIt(branch, commit);
    });
  }

 private:
  /// A branch that is being rewritten: it keeps what it has before and after.
  struct Changing {
    ObjectId before;
    std::vector<std::optional<ObjectId>> after;
  };

  void Collect() {
    for (const Ref& ref : deciding_.server.ReadRefs())
      if (IsBranch(ref.name))
        Collect(ref);
    for (size_t i = 0; i < decided_.size(); ++i)
      if (GoesForward(i))
        stable_.push_back(*UpdateAt(i).target);
  }

  void Collect(const Ref& ref) {
    Changing branch{ref.target, {}};
    for (size_t i = 0; i < decided_.size(); ++i)
      if (UpdateAt(i).ref == ref.name)
        branch.after.push_back(UpdateAt(i).target);
    for (const Row& row : deciding_.ledger.OpenRows(ref.name))
      if (TakesAway(row) && row.push != deciding_.request.push &&
          deciding_.server.IsAlive(row.push))
        branch.after.push_back(row.after);
    if (branch.after.empty())
      stable_.push_back(ref.target);
    else
      changing_.push_back(std::move(branch));
  }

  bool IsBranch(const std::string& ref) const {
    const RefPolicy* const policy = deciding_.request.policy.Find(ref);
    return policy && !policy->IsFree() &&
           policy->type() == RefPolicy::Type::kBranch && !IsTag(ref);
  }

  const RefUpdate& UpdateAt(size_t i) const {
    return deciding_.request.candidates[i].update;
  }

  bool GoesForward(size_t i) const {
    return decided_[i].accepted && decided_[i].how == RowHow::kForward &&
           UpdateAt(i).target && IsBranch(UpdateAt(i).ref);
  }

  bool KeepsIt(const Changing& branch, const ObjectId& commit) const {
    return Has(branch.before, commit) &&
           std::ranges::all_of(branch.after, [&](const auto& after) {
             return after && Has(*after, commit);
           });
  }

  /// What is under way may still be in another push's quarantine.
  bool Has(const ObjectId& tip, const ObjectId& commit) const {
    try {
      return IsReached(deciding_.server, commit, {tip});
    } catch (const Error&) {
      return false;
    }
  }

  const Deciding& deciding_;
  const std::vector<RefVerdict>& decided_;
  std::vector<ObjectId> stable_;
  std::vector<Changing> changing_;
};

void JudgeTagCreation(const Deciding& deciding, const Candidate& candidate,
                      const std::vector<RefVerdict>& decided,
                      RefVerdict& verdict) {
  const auto commit = deciding.server.PeelToCommit(*candidate.update.target);
  if (!commit)
    return verdict.Refuse(DescribeTagOfNoCommit());
  if (!BranchSearch(deciding, decided).Keeps(*commit))
    return verdict.Refuse(DescribeTagWithoutBranch());
  verdict.Accept(RowHow::kForward);
}

bool IsAllowed(const RefPolicy& policy, RowKind kind) {
  if (kind == RowKind::kDelete)
    return policy.deletion == RefPolicy::Delete::kAllow;
  return policy.within == kForever;
}

}  // namespace

void JudgeTag(const Deciding& deciding, const Candidate& candidate,
              const std::vector<RefVerdict>& decided, RefVerdict& verdict) {
  const auto other = FindUnderWay(deciding, candidate.update.ref, verdict.kind);
  if (other) {
    verdict.busy = true;
    return verdict.Refuse(DescribeUnderWay(other));
  }
  if (verdict.kind == RowKind::kCreate)
    return JudgeTagCreation(deciding, candidate, decided, verdict);
  if (verdict.kind == RowKind::kNone)
    return verdict.Accept(RowHow::kForward);
  if (IsAllowed(*candidate.policy, verdict.kind))
    return verdict.Accept(RowHow::kAllow);
  JudgeByGrant(deciding, candidate,
               DescribeTagMove(DescribeWanted(deciding, candidate, verdict)),
               verdict);
}

}  // namespace commitgate
