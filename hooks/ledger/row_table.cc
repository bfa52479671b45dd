// SPDX-License-Identifier: MIT
#include "hooks/ledger/row_table.h"

#include <fmt/core.h>

#include "hooks/ledger/queries.h"
#include "hooks/ledger/row_words.h"

namespace commitgate {
namespace {

bool IsLanded(RowState state) {
  return state == RowState::kLanded || state == RowState::kOutside ||
         state == RowState::kBaseline;
}

Row ParseRow(Connection& connection, const std::string& text,
             std::string& previous_hash) {
  std::optional<Entry> entry = ParseEntry(text);
  if (!entry || !std::holds_alternative<Row>(entry->content))
    connection.Fail("it is damaged: a row cannot be read");
  previous_hash = std::move(entry->previous_hash);
  return std::get<Row>(std::move(entry->content));
}

RowHow ParseHow(Connection& connection, const std::string& word) {
  const std::optional<RowHow> how = ReadHow(word);
  if (!how)
    connection.Fail("it is damaged: a row came about in an unknown way");
  return *how;
}

RowState ParseState(Connection& connection, const std::string& word) {
  const std::optional<RowState> state = ReadState(word);
  if (!state)
    connection.Fail("it is damaged: a row has an unknown state");
  return *state;
}

}  // namespace

void BindPusher(Query& query, const std::optional<Pusher>& pusher) {
  if (pusher) {
    query.Bind(pusher->provider);
    query.Bind(pusher->id);
    return;
  }
  query.Bind(nullptr);
  query.Bind(nullptr);
}

void AddRow(Connection& connection, const Row& row) {
  Query add(connection, query::kAddRow, row.seq, row.push, row.ref,
            Word(row.kind), Word(row.how), row.before, row.after);
  BindPusher(add, row.pusher);
  add.Bind(row.received);
  add.Bind(row.uptime);
  add.Bind(row.boot);
  add.Bind(row.grant);
  add.Bind(row.until);
  add.Bind(Word(row.state));
  add.Run();
  if (IsLanded(row.state))
    SetLanded(connection, row.seq, row, row.state);
}

void SetFate(Connection& connection, int64_t row, Settlement::What what) {
  if (what == Settlement::What::kConfirmed)
    Query(connection, query::kSetConfirmed, row).Run();
  else
    Query(connection, query::kSetState, row, Word(what)).Run();
}

bool SetLanded(Connection& connection, int64_t order, const Row& row,
               RowState state) {
  const bool moved = Moves(FindTip(connection, row.ref, order), row);
  Query(connection, query::kSetLanded, row.seq, Word(state), order,
        int64_t{moved})
      .Run();
  const Micros within = row.within == kForever ? 0 : row.within;
  Query(connection, query::kAddRef, row.ref, within).Run();
  return moved;
}

LandedRow KeptRow::Landed() const {
  return {.row = folded.row, .order = order.value_or(0), .moved = moved};
}

std::optional<Fate> FindFate(Connection& connection, int64_t seq) {
  Query find(connection, query::kFate, seq);
  if (!find.Next())
    return std::nullopt;
  Fate fate{.how = ParseHow(connection, find.Text(0)),
            .state = ParseState(connection, find.Text(1)),
            .order = {},
            .moved = find.Number(3) != 0,
            .confirmed = find.Number(4) != 0};
  if (!find.IsNull(2))
    fate.order = find.Number(2);
  return fate;
}

std::optional<KeptRow> FindRow(Connection& connection, int64_t seq) {
  Query find(connection, query::kRow, seq);
  if (!find.Next())
    return std::nullopt;
  KeptRow kept = ReadRow(connection, find);
  // Whatever an altered text says.
  kept.folded.row.seq = seq;
  return kept;
}

KeptRow ReadRow(Connection& connection, const Query& query) {
  KeptRow kept;
  FoldedRow& folded = kept.folded;
  folded.row = ParseRow(connection, query.Text(0), folded.previous_hash);
  folded.hash = query.Text(1);
  folded.state = ParseState(connection, query.Text(2));
  if (!query.IsNull(3))
    kept.order = query.Number(3);
  kept.moved = query.Number(4) != 0;
  return kept;
}

std::optional<LedgerTip> FindTip(Connection& connection, const std::string& ref,
                                 int64_t order) {
  Query moved(connection, query::kMovedBefore, ref, order);
  if (!moved.Next())
    return std::nullopt;
  LedgerTip tip{.value = moved.Id(0), .last = moved.Id(0)};
  tip.how = ParseHow(connection, moved.Text(1));
  if (tip.value)
    return tip;
  Query last(connection, query::kLastBefore, ref, order);
  if (last.Next())
    tip.last = last.Id(0);
  return tip;
}

bool Moves(const std::optional<LedgerTip>& tip, const Row& row) {
  if (row.kind == RowKind::kClock)
    return false;
  if (row.how == RowHow::kOutside || row.how == RowHow::kBaseline)
    return true;
  if (row.before == row.after)
    return false;
  return row.before == (tip ? tip->value : std::nullopt);
}

LedgerTip TipBehind(const std::optional<LedgerTip>& tip, const Row& row) {
  const auto last = tip ? tip->last : std::nullopt;
  return {
      .value = row.after, .last = row.after ? row.after : last, .how = row.how};
}

}  // namespace commitgate
