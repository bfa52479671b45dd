// SPDX-License-Identifier: MIT
#include "hooks/push/judge_move.h"

#include <utility>

#include "hooks/push/elsewhere.h"
#include "hooks/push/policed.h"
#include "hooks/push/settle.h"
#include "hooks/push/under_way.h"
#include "hooks/push/window_words.h"
#include "hooks/window/reach.h"

namespace commitgate {
namespace {

/// One update on its way through the rules.
class MoveJudge {
 public:
  MoveJudge(const Deciding& deciding, const Candidate& candidate,
            RefVerdict& verdict)
      : deciding_(deciding),
        candidate_(candidate),
        ref_(candidate.update.ref),
        policy_(*candidate.policy),
        verdict_(verdict) {}

  void Judge() {
    if (const auto other = FindUnderWay(deciding_, ref_, verdict_.kind))
      return Wait(other);
    if (verdict_.kind == RowKind::kNone || verdict_.kind == RowKind::kForward)
      return verdict_.Accept(RowHow::kForward);
    if (verdict_.kind == RowKind::kCreate)
      return JudgeCreation();
    if (verdict_.kind == RowKind::kDelete)
      return JudgeDeletion();
    JudgeRewriteOf(verdict_.real);
  }

 private:
  void Wait(const std::optional<Row>& other) {
    verdict_.busy = true;
    verdict_.Refuse(DescribeUnderWay(other));
  }

  void RefuseUnlessGranted(Remark remark) {
    JudgeByGrant(deciding_, candidate_, std::move(remark), verdict_);
  }

  WantedMove Wanted() const {
    return DescribeWanted(deciding_, candidate_, verdict_);
  }

  void JudgeCreation() {
    const auto last = LastToCompare(deciding_.ledger.Tip(ref_));
    if (!last)
      return verdict_.Accept(RowHow::kForward);
    if (!IsReadableCommit(deciding_.server, *last))
      return JudgeLost();
    if (IsReached(deciding_.server, *last, {*candidate_.update.target}))
      return verdict_.Accept(RowHow::kForward);
    JudgeRewriteOf(last);
  }

  void JudgeLost() {
    if (policy_.within == kForever)
      return verdict_.Accept(RowHow::kAllow);
    RefuseUnlessGranted(DescribeLostTip(Wanted()));
  }

  void JudgeDeletion() {
    if (policy_.deletion == RefPolicy::Delete::kAllow)
      return verdict_.Accept(RowHow::kAllow);
    if (policy_.deletion == RefPolicy::Delete::kRefuse)
      return RefuseUnlessGranted(DescribeNoDeletion(Wanted()));
    AskWindow(verdict_.real);
  }

  void JudgeRewriteOf(const std::optional<ObjectId>& before) {
    if (policy_.within == kForever)
      return verdict_.Accept(RowHow::kAllow);
    AskWindow(before);
  }

  /// `before` is what stands there, or stood there last.
  void AskWindow(const std::optional<ObjectId>& before) {
    if (policy_.type() == RefPolicy::Type::kNotes)
      return RefuseUnlessGranted(DescribeNotesRewrite(Wanted()));
    if (!deciding_.request.pusher)
      return RefuseUnlessGranted(DescribeNobody(Wanted()));
    ElsewhereSearch elsewhere(deciding_, ref_, *before);
    const auto refusal = JudgeRewrite(
        Request(before),
        ReplayRecent(deciding_.ledger, deciding_.server, ref_, policy_.within),
        RecallOf(deciding_.ledger, ref_), deciding_.server,
        [&](const std::vector<GoneCommit>& gone) {
          return elsewhere.Find(gone);
        });
    if (!refusal)
      return verdict_.Accept(RowHow::kWindow);
    RefuseUnlessGranted(elsewhere.is_busy()
                            ? DescribeUnderWay(std::nullopt)
                            : DescribeRefusal(*refusal, Wanted()));
    verdict_.busy = elsewhere.is_busy() && !verdict_.accepted;
  }

  RewriteRequest Request(const std::optional<ObjectId>& before) const {
    return {
        .pusher = *deciding_.request.pusher,
        .before = before,
        .after = candidate_.update.target,
        .within = policy_.within,
        .scope = policy_.scope,
        .now = deciding_.moment.Effective(),
        .clock_went_back = deciding_.moment.clock_went_back,
    };
  }

  const Deciding& deciding_;
  const Candidate& candidate_;
  const std::string& ref_;
  const RefPolicy& policy_;
  RefVerdict& verdict_;
};

}  // namespace

RowKind KindOf(const Server& server, const RefUpdate& update,
               const std::optional<ObjectId>& real) {
  if (!update.target)
    return RowKind::kDelete;
  if (!real)
    return RowKind::kCreate;
  if (update.target == real)
    return RowKind::kNone;
  if (IsTag(update.ref))
    return RowKind::kRewrite;
  return IsReached(server, *real, {*update.target}) ? RowKind::kForward
                                                    : RowKind::kRewrite;
}

void JudgeMove(const Deciding& deciding, const Candidate& candidate,
               RefVerdict& verdict) {
  MoveJudge(deciding, candidate, verdict).Judge();
}

void JudgeByGrant(const Deciding& deciding, const Candidate& candidate,
                  Remark remark, RefVerdict& verdict) {
  const std::optional<Pusher>& pusher = deciding.request.pusher;
  if (pusher) {
    const std::vector<Row> grants = deciding.ledger.Grants(
        candidate.update.ref, verdict.real, candidate.update.target,
        pusher->provider + ':' + pusher->id, deciding.moment.received);
    if (!grants.empty()) {
      verdict.grant = grants.front().seq;
      return verdict.Accept(RowHow::kGrant);
    }
  }
  verdict.Refuse(std::move(remark));
}

WantedMove DescribeWanted(const Deciding& deciding, const Candidate& candidate,
                          const RefVerdict& verdict) {
  return {
      .ref = candidate.update.ref,
      .kind = verdict.kind,
      .before = verdict.real,
      .after = candidate.update.target,
      .pusher = deciding.request.pusher,
      .within = WithinInForce(candidate.policy),
  };
}

}  // namespace commitgate
