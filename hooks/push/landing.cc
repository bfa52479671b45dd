// SPDX-License-Identifier: MIT
#include "hooks/push/landing.h"

#include <utility>
#include <vector>

#include "hooks/push/policed.h"
#include "hooks/push/settle.h"
#include "hooks/window/reach.h"
#include "hooks/window/replay.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// What goes from a ref, and what is to be remembered of it.
struct Departure {
  std::vector<std::pair<ObjectId, Mark>> marks;
  /// What goes cannot be read any more.
  bool unreadable = false;
};

/// What the other policed branches had, as far as it is still there.
std::vector<ObjectId> ValuesElsewhere(const Ledger& ledger,
                                      const Server& server,
                                      const PushPolicy& policy,
                                      const std::string& ref) {
  std::vector<ObjectId> values;
  for (const std::string& other : ledger.Refs()) {
    if (other == ref || !IsPolicedBranch(policy, other))
      continue;
    const std::optional<LedgerTip> tip = ledger.Tip(other);
    if (tip && tip->value && IsReadableCommit(server, *tip->value))
      values.push_back(*tip->value);
  }
  return values;
}

/// A deleted branch is remembered only by what nobody else keeps.
std::vector<ObjectId> FindGone(const Ledger& ledger, const Server& server,
                               const PushPolicy& policy, const Row& row,
                               const ObjectId& value) {
  std::vector<ObjectId> hidden;
  if (row.after)
    hidden.push_back(*row.after);
  if (row.kind == RowKind::kDelete)
    hidden = ValuesElsewhere(ledger, server, policy, row.ref);
  return Missing(server, value, hidden);
}

bool Closes(const Row& row) {
  return row.how == RowHow::kOutside || row.how == RowHow::kBaseline ||
         row.how == RowHow::kGrant;
}

Departure FindDeparture(const Ledger& ledger, const Server& server,
                        const PushPolicy& policy, const Row& row,
                        const ObjectId& value) {
  Departure departure;
  std::vector<ObjectId> gone;
  try {
    gone = FindGone(ledger, server, policy, row, value);
  } catch (const Error&) {
    // The tip is known by name, whatever else went with it.
    departure.marks.emplace_back(value, ClosedMark());
    departure.unreadable = true;
    return departure;
  }
  if (gone.empty())
    return departure;
  const Recall recall = RecallOf(ledger, row.ref);
  const RefPolicy* const held_to = policy.Find(row.ref);
  RefView view;
  if (!Closes(row))
    view = ReplayRecent(ledger, server, row.ref, WithinInForce(held_to),
                        WindowToRemember(held_to));
  for (const ObjectId& commit : gone)
    departure.marks.emplace_back(commit, view.MarkOf(commit, recall));
  return departure;
}

bool TakesAway(const Row& row) {
  return row.kind == RowKind::kRewrite || row.kind == RowKind::kDelete ||
         row.kind == RowKind::kOutside || row.kind == RowKind::kBaseline;
}

/// REQUIRES: asked before the row lands.
Departure DepartureWith(const Ledger& ledger, const Server& server,
                        const PushPolicy& policy, const Row& row) {
  if (!TakesAway(row) || !HasMemory(policy, row.ref))
    return {};
  const std::optional<LedgerTip> tip = ledger.Tip(row.ref);
  if (!tip || !tip->value)
    return {};
  const bool moves = row.how == RowHow::kOutside ||
                     row.how == RowHow::kBaseline || row.before == tip->value;
  if (!moves)
    return {};
  return FindDeparture(ledger, server, policy, row, *tip->value);
}

void Remember(Ledger& ledger, const std::string& ref, int64_t order,
              const Departure& departure) {
  for (const auto& [commit, mark] : departure.marks)
    ledger.Remember(ref, order, commit, mark);
  if (departure.unreadable)
    ledger.CloseMemory(ref, order);
}

void UseGrant(Ledger& ledger, const Row& row) {
  if (row.grant == 0)
    return;
  const std::optional<FoldedRow> grant = ledger.Find(row.grant);
  if (grant && grant->state == RowState::kOpen)
    ledger.Use(row.grant);
}

}  // namespace

void LandRow(Ledger& ledger, const Server& server, const PushPolicy& policy,
             const Row& row) {
  const Departure departure = DepartureWith(ledger, server, policy, row);
  const LandedRow landed = ledger.Land(row);
  Remember(ledger, row.ref, landed.order, departure);
  UseGrant(ledger, row);
}

void LandClosingRow(Ledger& ledger, const Server& server,
                    const PushPolicy& policy, Row row) {
  const Departure departure = DepartureWith(ledger, server, policy, row);
  const int64_t order = ledger.Append(row);
  Remember(ledger, row.ref, order, departure);
}

}  // namespace commitgate
