// SPDX-License-Identifier: MIT
#include "hooks/push/settle.h"

#include <algorithm>
#include <map>
#include <utility>

#include "hooks/push/landing.h"
#include "hooks/window/reach.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// `moment` minus a duration, which may be kForever.
Micros Before(Micros moment, Micros duration) {
  return duration > moment + kForever / 2 ? -kForever : moment - duration;
}

/// Windows reach back `within`, and what fills a hole reaches back to before
/// the hole was made.
Micros Horizon(Micros within) {
  return within > kForever / 4 ? kForever : 2 * within;
}

Micros LongestWindow(const Ledger& ledger, const std::string& ref,
                     Micros within) {
  const Micros longest = ledger.LongestWithin(ref);
  return within == kForever ? longest : std::max(longest, within);
}

class RefSettler {
 public:
  RefSettler(Ledger& ledger, const Server& server, const PushPolicy& policy,
             const Moment& moment, std::string ref, std::vector<Row> open)
      : ledger_(ledger),
        server_(server),
        policy_(policy),
        moment_(moment),
        ref_(std::move(ref)),
        real_(server.ReadRef(ref_)),
        open_(std::move(open)) {}

  void Settle() {
    if (!IsAsTold())
      LandMatching();
    const bool is_outside = !IsAsTold();
    for (const Row& row : open_)
      if (!server_.IsAlive(row.push))
        End(row, is_outside);
    if (is_outside)
      LandOutside();
    ConfirmEnded();
  }

 private:
  std::optional<ObjectId> Told() const {
    const std::optional<LedgerTip> tip = ledger_.Tip(ref_);
    return tip ? tip->value : std::nullopt;
  }

  bool IsAsTold() const { return Told() == real_; }

  /// All of them, for which of several moved the ref is not known.
  void LandMatching() {
    const std::optional<ObjectId> told = Told();
    const auto matches = [&](const Row& row) {
      return row.before == told && row.after == real_;
    };
    for (const Row& row : open_)
      if (matches(row))
        LandRow(ledger_, server_, policy_, row);
    std::erase_if(open_, matches);
  }

  void End(const Row& row, bool is_outside) {
    if (is_outside && WasOnTheWay(row))
      LandRow(ledger_, server_, policy_, row);
    else
      ledger_.Abandon(row.seq);
  }

  bool WasOnTheWay(const Row& row) const {
    if (!row.after || !real_)
      return false;
    try {
      return IsReached(server_, *row.after, {*real_});
    } catch (const Error&) {
      return false;
    }
  }

  /// Pushes that hung up, or were never confirmed, for there is no
  /// post-receive: once they are gone nobody has to ask again whether they are
  /// under way.
  void ConfirmEnded() {
    const std::string& boot = moment_.clock.boot;
    for (const FoldedRow& folded : ledger_.UnconfirmedRows(ref_, boot))
      if (folded.state == RowState::kLanded &&
          !server_.IsAlive(folded.row.push))
        ledger_.Confirm(folded.row.seq);
  }

  void LandOutside() {
    Row row;
    row.ref = ref_;
    row.kind = RowKind::kOutside;
    row.how = RowHow::kOutside;
    row.state = RowState::kOutside;
    row.before = Told();
    row.after = real_;
    Stamp(row, moment_);
    LandClosingRow(ledger_, server_, policy_, std::move(row));
  }

  Ledger& ledger_;
  const Server& server_;
  const PushPolicy& policy_;
  const Moment& moment_;
  const std::string ref_;
  const std::optional<ObjectId> real_;
  std::vector<Row> open_;
};

bool IsAccepted(const FoldedRow& folded) {
  return folded.state == RowState::kIntended ||
         folded.state == RowState::kAbandoned ||
         folded.state == RowState::kLanded;
}

/// Marks of their own for what a creation has brought and nobody else has.
void NameCreated(RefView& view, const Server& server, const Recall& recall,
                 const std::string& ref) {
  std::vector<ObjectId> known;
  for (const Ref& other : server.ReadRefs()) {
    if (other.name == ref)
      continue;
    try {
      if (const auto commit = server.PeelToCommit(other.target))
        known.push_back(*commit);
    } catch (const Error&) {
      continue;  // What cannot be read is not known.
    }
  }
  for (const ObjectId& commit : server.Difference(view.value(), known))
    view.marks.try_emplace(commit, view.creation->Of(commit, recall));
}

}  // namespace

void Settle(Ledger& ledger, const Server& server, const PushPolicy& policy,
            const std::vector<std::string>& refs) {
  Settle(ledger, server, policy, refs, ReadMoment(ledger, server));
}

void Settle(Ledger& ledger, const Server& server, const PushPolicy& policy,
            const std::vector<std::string>& refs, const Moment& moment) {
  std::map<std::string, std::vector<Row>> open;
  for (const std::string& ref : refs)
    open[ref];
  for (Row& row : ledger.OpenRows(""))
    open[row.ref].push_back(std::move(row));
  for (auto& [ref, rows] : open)
    RefSettler(ledger, server, policy, moment, ref, std::move(rows)).Settle();
}

void Confirm(Ledger& ledger, const Server& server, const PushPolicy& policy,
             const std::string& push, const std::vector<std::string>& refs) {
  for (const FoldedRow& folded : ledger.RowsOf(push)) {
    if (!IsAccepted(folded) ||
        std::ranges::find(refs, folded.row.ref) == refs.end())
      continue;
    if (folded.state != RowState::kLanded)
      LandRow(ledger, server, policy, folded.row);
    ledger.Confirm(folded.row.seq);
  }
}

void WriteBaseline(Ledger& ledger, const Server& server) {
  const Moment moment = ReadMoment(ledger, server);
  for (const Ref& ref : server.ReadRefs()) {
    if (IsReserved(ref.name))
      continue;
    const std::optional<LedgerTip> tip = ledger.Tip(ref.name);
    Row row;
    row.ref = ref.name;
    row.kind = RowKind::kBaseline;
    row.how = RowHow::kBaseline;
    row.state = RowState::kBaseline;
    row.before = tip ? tip->value : std::nullopt;
    row.after = ref.target;
    Stamp(row, moment);
    LandClosingRow(ledger, server, PushPolicy(), std::move(row));
  }
}

void RestartClock(Ledger& ledger, const Server& server,
                  const std::string& reason) {
  Moment moment;
  moment.clock = server.Now();
  moment.received = moment.clock.wall;
  for (const std::string& ref : ledger.Refs()) {
    Row row;
    row.ref = ref;
    row.kind = RowKind::kClock;
    row.how = RowHow::kClock;
    row.state = RowState::kLanded;
    row.reason = reason;
    Stamp(row, moment);
    const int64_t order = ledger.Append(row);
    ledger.CloseMemory(ref, order);
  }
}

Recall RecallOf(const Ledger& ledger, const std::string& ref) {
  return [&ledger, ref](const ObjectId& commit, int64_t order) {
    return ledger.Recall(ref, commit, order);
  };
}

RefView ReplayRecent(const Ledger& ledger, const Server& server,
                     const std::string& ref, Micros within, Micros at_least) {
  const Moment now = ReadMoment(ledger, server);
  const Micros longest = LongestWindow(ledger, ref, within);
  const Micros horizon = Horizon(std::max({longest, within, at_least}));
  const LandedHistory history =
      ledger.RecentHistory(ref, Before(now.received, horizon),
                           Before(now.clock.uptime, horizon), now.clock.boot);
  return Replay(history, server, RecallOf(ledger, ref), longest);
}

RefView ViewOf(const Ledger& ledger, const Server& server,
               const std::string& ref, Micros within) {
  RefView view = ReplayRecent(ledger, server, ref, within);
  if (view.creation)
    NameCreated(view, server, RecallOf(ledger, ref), ref);
  return view;
}

}  // namespace commitgate
