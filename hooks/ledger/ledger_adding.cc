// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "hooks/ledger/chain.h"
#include "hooks/ledger/database.h"
#include "hooks/ledger/queries.h"
#include "hooks/ledger/row_table.h"

namespace commitgate {
namespace {

constexpr Micros kDay = 24 * 60 * 60 * kSecond;

Fate NeedFate(Connection& connection, int64_t seq) {
  const std::optional<Fate> fate = FindFate(connection, seq);
  if (!fate)
    connection.Fail(fmt::format("it has no row {}", seq));
  return *fate;
}

/// A row that is in none of the states that what is said of it can follow.
[[noreturn]] void RefuseToSettle(Connection& connection, int64_t row,
                                 const Fate& fate, Settlement::What what) {
  connection.Fail(fmt::format("row {} is {} and cannot become {}", row,
                              Word(fate.state), Word(what)));
}

void Settle(Connection& connection, int64_t row, Settlement::What what) {
  AddToChain(connection, Settlement{.about = row, .what = what});
  SetFate(connection, row, what);
}

}  // namespace

int64_t Ledger::Append(Row& row) {
  database_->RequireTransaction();
  const int64_t seq = AddToChain(database_->connection, row);
  AddRow(database_->connection, row);
  return seq;
}

LandedRow Ledger::Land(const Row& row) {
  database_->RequireTransaction();
  Connection& connection = database_->connection;
  constexpr auto kLanded = Settlement::What::kLanded;
  const Fate fate = NeedFate(connection, row.seq);
  if (fate.order)
    return {.row = row, .order = *fate.order, .moved = fate.moved};
  if (fate.state != RowState::kIntended && fate.state != RowState::kAbandoned)
    RefuseToSettle(connection, row.seq, fate, kLanded);
  const int64_t order =
      AddToChain(connection, Settlement{.about = row.seq, .what = kLanded});
  const bool moved = SetLanded(connection, order, row);
  return {.row = row, .order = order, .moved = moved};
}

void Ledger::Abandon(int64_t seq) {
  database_->RequireTransaction();
  Connection& connection = database_->connection;
  const Fate fate = NeedFate(connection, seq);
  if (fate.state == RowState::kAbandoned)
    return;
  if (fate.state != RowState::kIntended)
    RefuseToSettle(connection, seq, fate, Settlement::What::kAbandoned);
  Settle(connection, seq, Settlement::What::kAbandoned);
}

void Ledger::Confirm(int64_t seq) {
  database_->RequireTransaction();
  Connection& connection = database_->connection;
  const Fate fate = NeedFate(connection, seq);
  if (fate.confirmed)
    return;
  if (fate.how == RowHow::kRefused)
    RefuseToSettle(connection, seq, fate, Settlement::What::kConfirmed);
  Settle(connection, seq, Settlement::What::kConfirmed);
}

void Ledger::Use(int64_t seq) {
  database_->RequireTransaction();
  Connection& connection = database_->connection;
  const Fate fate = NeedFate(connection, seq);
  if (fate.state == RowState::kUsed)
    return;
  if (fate.state != RowState::kOpen)
    RefuseToSettle(connection, seq, fate, Settlement::What::kUsed);
  Settle(connection, seq, Settlement::What::kUsed);
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
