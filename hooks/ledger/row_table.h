// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "hooks/ledger/connection.h"
#include "hooks/ledger/entry.h"
#include "hooks/ledger/ledger.h"
#include "hooks/ledger/row.h"

namespace commitgate {

// What follows from the entries and is kept in tables: each row with what
// became of it, and the refs.

/// Binds the columns `provider` and `pusher`.
void BindPusher(Query& query, const std::optional<Pusher>& pusher);

/// Takes in a new row.
void AddRow(Connection& connection, const Row& row);
/// Takes in what a settlement says of a row that is there, unless that is
/// kLanded.
void SetFate(Connection& connection, int64_t row, Settlement::What what);
/// Takes in that `row` has landed as `order`, and is in `state` by that;
/// returns whether the tip of its ref has moved with it.
bool SetLanded(Connection& connection, int64_t order, const Row& row,
               RowState state = RowState::kLanded);

/// A row with all that is known of it.
struct KeptRow {
  FoldedRow folded;
  /// Nothing: it has not landed.
  std::optional<int64_t> order;
  bool moved = false;

  LandedRow Landed() const;
};

/// What became of a row, without what it says.
struct Fate {
  RowHow how;
  RowState state;
  /// Nothing: it has not landed.
  std::optional<int64_t> order;
  bool moved = false;
  bool confirmed = false;
};

std::optional<Fate> FindFate(Connection& connection, int64_t seq);
std::optional<KeptRow> FindRow(Connection& connection, int64_t seq);
/// What a query from queries.h answers in its present row.
KeptRow ReadRow(Connection& connection, const Query& query);

/// Ledger::TipBefore, of all pushes.
std::optional<LedgerTip> FindTip(Connection& connection, const std::string& ref,
                                 int64_t order);

/// Whether a row that lands on `tip` moves the ledger's value of the ref.
bool Moves(const std::optional<LedgerTip>& tip, const Row& row);
/// The tip behind a row that moved it.
LedgerTip TipBehind(const std::optional<LedgerTip>& tip, const Row& row);

}  // namespace commitgate
