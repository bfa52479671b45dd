// SPDX-License-Identifier: MIT
#include "hooks/push/decide.h"

#include <algorithm>
#include <utility>

#include "hooks/push/branch_search.h"
#include "hooks/push/deciding.h"
#include "hooks/push/judge_move.h"
#include "hooks/push/judge_tag.h"
#include "hooks/push/policed.h"
#include "hooks/push/settle.h"
#include "hooks/push/window_words.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// So many refused rows of one person are written a day.
constexpr int64_t kRefusedADay = 100;

constexpr std::string_view kOtherRefused =
    "another ref of the push was refused";

std::vector<std::string> RefsOf(const PushRequest& request) {
  std::vector<std::string> refs;
  for (const Candidate& candidate : request.candidates)
    refs.push_back(candidate.update.ref);
  return refs;
}

/// For the record, of what is not judged: commits need not be there.
RowKind GuessKind(const Server& server, const RefUpdate& update,
                  const std::optional<ObjectId>& real) {
  try {
    return KindOf(server, update, real);
  } catch (const Error&) {
    return RowKind::kRewrite;
  }
}

/// Decides on all candidates of a push.
class Judgement {
 public:
  explicit Judgement(const Deciding& deciding)
      : deciding_(deciding),
        earlier_(deciding.ledger.RowsOf(deciding.request.push)),
        branches_(deciding, verdicts_) {}

  std::vector<RefVerdict> Judge() {
    for (const Candidate& candidate : candidates())
      verdicts_.push_back(Begin(candidate));
    // Tags come last: they ask what became of the branches.
    JudgeThose([](const Candidate& c) { return !IsTag(c.update.ref); });
    JudgeThose([](const Candidate& c) { return IsTag(c.update.ref); });
    return std::move(verdicts_);
  }

 private:
  const std::vector<Candidate>& candidates() const {
    return deciding_.request.candidates;
  }

  RefVerdict Begin(const Candidate& candidate) {
    const RefUpdate& update = candidate.update;
    RefVerdict verdict;
    verdict.real = deciding_.server.ReadRef(update.ref);
    verdict.refusals = candidate.refusals;
    if (IsNamedTwice(update.ref))
      verdict.Refuse(DescribeTwice());
    else if (!TakeEarlier(candidate, verdict))
      BeginAnew(candidate, verdict);
    if (!IsToBeJudged(candidate, verdict))
      verdict.kind = GuessKind(deciding_.server, update, verdict.real);
    return verdict;
  }

  static bool IsToBeJudged(const Candidate& candidate,
                           const RefVerdict& verdict) {
    return verdict.refusals.empty() && verdict.row == 0 &&
           !candidate.policy->IsFree();
  }

  bool IsNamedTwice(const std::string& ref) const {
    return std::ranges::count_if(candidates(), [&](const Candidate& other) {
             return other.update.ref == ref;
           }) > 1;
  }

  static void BeginAnew(const Candidate& candidate, RefVerdict& verdict) {
    const RefUpdate& update = candidate.update;
    if (!candidate.policy && candidate.refusals.empty())
      verdict.Refuse(DescribeNoPolicy());
    const bool is_nothing = !update.target && !verdict.real;
    if (verdict.real != update.claimed || is_nothing)
      verdict.Refuse(DescribeStale(verdict.real, update.claimed));
    if (verdict.refusals.empty() && candidate.policy->IsFree())
      verdict.Accept(RowHow::kForward);
  }

  /// The same push may ask again, by its next hook (S2).
  bool TakeEarlier(const Candidate& candidate, RefVerdict& verdict) const {
    const RefUpdate& update = candidate.update;
    if (verdict.real != update.claimed && verdict.real != update.target)
      return false;
    for (const FoldedRow& folded : earlier_) {
      const Row& row = folded.row;
      if (row.ref != update.ref || row.before != update.claimed ||
          row.after != update.target || !IsStillSo(folded, verdict.real))
        continue;
      verdict.row = row.seq;
      verdict.real = row.before;
      if (folded.state == RowState::kRefused)
        verdict.Refuse(DescribeEarlier(row.reason));
      else if (verdict.refusals.empty())
        verdict.Accept(row.how);
      return true;
    }
    return false;
  }

  /// Whether the ref is what it would be after that answer.
  static bool IsStillSo(const FoldedRow& earlier,
                        const std::optional<ObjectId>& real) {
    switch (earlier.state) {
      case RowState::kLanded:
        return real == earlier.row.after;
      case RowState::kIntended:
      case RowState::kRefused:
        return real == earlier.row.before;
      default:
        return false;
    }
  }

  template <typename Predicate>
  void JudgeThose(const Predicate& is_wanted) {
    for (size_t i = 0; i < verdicts_.size(); ++i) {
      const Candidate& candidate = candidates()[i];
      if (is_wanted(candidate) && IsToBeJudged(candidate, verdicts_[i]))
        JudgeOne(candidate, verdicts_[i]);
    }
  }

  void JudgeOne(const Candidate& candidate, RefVerdict& verdict) {
    // The commits have to be there.
    verdict.kind = KindOf(deciding_.server, candidate.update, verdict.real);
    if (IsTag(candidate.update.ref))
      JudgeTag(deciding_, candidate, branches_, verdict);
    else
      JudgeMove(deciding_, candidate, verdict);
  }

  const Deciding& deciding_;
  /// What the same push was answered before.
  const std::vector<FoldedRow> earlier_;
  std::vector<RefVerdict> verdicts_;
  BranchSearch branches_;
};

/// Whether asking again can help: nothing stands in the way but other pushes.
bool IsBusy(const std::vector<RefVerdict>& verdicts) {
  const auto is_refused = [](const RefVerdict& verdict) {
    return !verdict.accepted && !verdict.busy;
  };
  return std::ranges::any_of(verdicts, &RefVerdict::busy) &&
         std::ranges::none_of(verdicts, is_refused);
}

/// What was found is now what is answered and written.
class Recording {
 public:
  Recording(const Deciding& deciding, std::vector<RefVerdict> verdicts)
      : deciding_(deciding), verdicts_(std::move(verdicts)) {}

  std::vector<Answer> Answers() {
    const bool waits = IsBusy(verdicts_);
    const bool all_accepted =
        std::ranges::all_of(verdicts_, &RefVerdict::accepted);
    std::vector<Answer> answers;
    for (size_t i = 0; i < verdicts_.size(); ++i) {
      RefVerdict& verdict = verdicts_[i];
      verdict.accepted &= all_accepted || deciding_.request.one_by_one;
      verdict.busy &= waits;
      if (verdict.row == 0 && !waits)
        verdict.row = Write(deciding_.request.candidates[i], verdict);
      answers.push_back(AnswerOf(deciding_.request.candidates[i], verdict));
    }
    return answers;
  }

 private:
  static Answer AnswerOf(const Candidate& candidate,
                         const RefVerdict& verdict) {
    Answer answer{
        .ref = candidate.update.ref,
        .accepted = verdict.accepted,
        .kind = verdict.kind,
        .how = verdict.accepted ? verdict.how : RowHow::kRefused,
        .row = verdict.row,
        .refusals = verdict.refusals,
        .busy = verdict.busy,
    };
    if (answer.how == RowHow::kGrant)
      answer.to_keep = verdict.real;
    return answer;
  }

  /// Returns its seq; 0 where somebody has been refused too often.
  int64_t Write(const Candidate& candidate, const RefVerdict& verdict) {
    const PushRequest& request = deciding_.request;
    Row row;
    row.push = request.push;
    row.ref = candidate.update.ref;
    row.kind = verdict.kind;
    row.before = verdict.real;
    row.after = candidate.update.target;
    row.pusher = request.pusher;
    Stamp(row, deciding_.moment);
    row.within = WithinInForce(candidate.policy);
    row.policy = request.policy_name;
    row.policy_id = request.policy_id;
    return verdict.accepted ? WriteAccepted(std::move(row), verdict)
                            : WriteRefused(std::move(row), verdict);
  }

  int64_t WriteAccepted(Row row, const RefVerdict& verdict) {
    row.how = verdict.how;
    row.grant = verdict.grant;
    row.reason = deciding_.request.remark;
    row.state =
        row.kind == RowKind::kNone ? RowState::kLanded : RowState::kIntended;
    return deciding_.ledger.Append(row);
  }

  int64_t WriteRefused(Row row, const RefVerdict& verdict) {
    const std::string who =
        row.pusher ? row.pusher->provider + ':' + row.pusher->id : "";
    if (deciding_.ledger.CountRefused(who, row.received) >= kRefusedADay)
      return 0;
    row.how = RowHow::kRefused;
    row.state = RowState::kRefused;
    row.reason = verdict.refusals.empty() ? std::string(kOtherRefused)
                                          : verdict.refusals.front().what;
    return deciding_.ledger.Append(row);
  }

  const Deciding& deciding_;
  std::vector<RefVerdict> verdicts_;
};

}  // namespace

std::vector<Answer> Decide(Ledger& ledger, const Server& server,
                           const PushRequest& request) {
  Ledger::Transaction transaction(ledger);
  const Deciding deciding{ledger, server, request, ReadMoment(ledger, server)};
  Settle(ledger, server, request.policy, RefsOf(request), deciding.moment);
  std::vector<Answer> answers =
      Recording(deciding, Judgement(deciding).Judge()).Answers();
  transaction.Commit();
  return answers;
}

}  // namespace commitgate
