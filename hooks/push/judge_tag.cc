// SPDX-License-Identifier: MIT
#include "hooks/push/judge_tag.h"

#include "hooks/push/judge_move.h"
#include "hooks/push/under_way.h"
#include "hooks/push/window_words.h"

namespace commitgate {
namespace {

void JudgeTagCreation(const Deciding& deciding, const Candidate& candidate,
                      BranchSearch& branches, RefVerdict& verdict) {
  const auto commit = deciding.server.PeelToCommit(*candidate.update.target);
  if (!commit)
    return verdict.Refuse(DescribeTagOfNoCommit());
  if (!branches.Keep(*commit))
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
              BranchSearch& branches, RefVerdict& verdict) {
  const auto other = FindUnderWay(deciding, candidate.update.ref, verdict.kind);
  if (other) {
    verdict.busy = true;
    return verdict.Refuse(DescribeUnderWay(other));
  }
  if (verdict.kind == RowKind::kCreate)
    return JudgeTagCreation(deciding, candidate, branches, verdict);
  if (verdict.kind == RowKind::kNone)
    return verdict.Accept(RowHow::kForward);
  if (IsAllowed(*candidate.policy, verdict.kind))
    return verdict.Accept(RowHow::kAllow);
  JudgeByGrant(deciding, candidate,
               DescribeTagMove(DescribeWanted(deciding, candidate, verdict)),
               verdict);
}

}  // namespace commitgate
