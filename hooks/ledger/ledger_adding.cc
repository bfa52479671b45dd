// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "hooks/ledger/chain.h"
#include "hooks/ledger/database.h"
#include "hooks/ledger/queries.h"
#include "hooks/ledger/row_table.h"

namespace commitgate {
namespace {

constexpr Micros kDay = 24 * 60 * 60 * kSecond;

KeptRow NeedRow(Connection& connection, int64_t seq) {
  std::optional<KeptRow> row = FindRow(connection, seq);
  if (!row)
    connection.Fail(fmt::format("it has no row {}", seq));
  return *std::move(row);
}

void Settle(Connection& connection, const Row& row, Settlement::What what) {
  const int64_t seq =
      AddToChain(connection, Settlement{.about = row.seq, .what = what});
  AddSettlement(connection, seq, what, row);
}

/// A row that is in none of the states that what is said of it can follow.
[[noreturn]] void RefuseToSettle(Connection& connection, const KeptRow& kept,
                                 Settlement::What what) {
  connection.Fail(fmt::format("row {} is {} and cannot become {}",
                              kept.folded.row.seq, Word(kept.folded.state),
                              Word(what)));
}

}  // namespace

int64_t Ledger::Append(Row& row) {
  database_->RequireTransaction();
  const int64_t seq = AddToChain(database_->connection, row);
  AddRow(database_->connection, row);
  return seq;
}

LandedRow Ledger::Land(int64_t seq) {
  database_->RequireTransaction();
  Connection& connection = database_->connection;
  KeptRow kept = NeedRow(connection, seq);
  if (kept.order)
    return kept.Landed();
  const RowState state = kept.folded.state;
  if (state != RowState::kIntended && state != RowState::kAbandoned)
    RefuseToSettle(connection, kept, Settlement::What::kLanded);
  const Settlement landed{.about = seq, .what = Settlement::What::kLanded};
  kept.order = AddToChain(connection, landed);
  kept.moved =
      AddSettlement(connection, *kept.order, landed.what, kept.folded.row);
  return kept.Landed();
}

void Ledger::Abandon(int64_t seq) {
  database_->RequireTransaction();
  Connection& connection = database_->connection;
  const KeptRow kept = NeedRow(connection, seq);
  if (kept.folded.state == RowState::kAbandoned)
    return;
  if (kept.folded.state != RowState::kIntended)
    RefuseToSettle(connection, kept, Settlement::What::kAbandoned);
  Settle(connection, kept.folded.row, Settlement::What::kAbandoned);
}

void Ledger::Confirm(int64_t seq) {
  database_->RequireTransaction();
  Connection& connection = database_->connection;
  const KeptRow kept = NeedRow(connection, seq);
  if (kept.confirmed)
    return;
  if (kept.folded.row.how == RowHow::kRefused)
    RefuseToSettle(connection, kept, Settlement::What::kConfirmed);
  Settle(connection, kept.folded.row, Settlement::What::kConfirmed);
}

void Ledger::Use(int64_t seq) {
  database_->RequireTransaction();
  Connection& connection = database_->connection;
  const KeptRow kept = NeedRow(connection, seq);
  if (kept.folded.state == RowState::kUsed)
    return;
  if (kept.folded.state != RowState::kOpen)
    RefuseToSettle(connection, kept, Settlement::What::kUsed);
  Settle(connection, kept.folded.row, Settlement::What::kUsed);
}

void Ledger::Remember(const std::string& ref, int64_t order,
                      const ObjectId& commit, const Mark& mark) {
  database_->RequireTransaction();
  Query remember(database_->connection, query::kRemember, ref, order, commit);
  BindPusher(remember, mark.pusher);
  remember.Bind(mark.source);
  remember.Bind(mark.clock);
  remember.Bind(mark.uptime);
  remember.Bind(mark.boot);
  remember.Bind(mark.within);
  remember.Bind(mark.order);
  remember.Bind(mark.push);
  remember.Run();
}

void Ledger::CloseMemory(const std::string& ref, int64_t order) {
  database_->RequireTransaction();
  Query(database_->connection, query::kCloseMemory, ref, order).Run();
}

int64_t Ledger::CountRefused(const std::string& pusher, Micros received) {
  database_->RequireTransaction();
  Query count(database_->connection, query::kCountRefused, received / kDay,
              pusher);
  count.Next();
  return count.Number(0);
}

}  // namespace commitgate
