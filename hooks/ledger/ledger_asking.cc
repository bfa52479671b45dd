// SPDX-License-Identifier: MIT
#include <algorithm>

#include "hooks/ledger/database.h"
#include "hooks/ledger/queries.h"
#include "hooks/ledger/row_table.h"

namespace commitgate {
namespace {

/// The rows whose numbers `query` answers.
std::vector<KeptRow> FindRows(Connection& connection, Query&& query) {
  std::vector<KeptRow> rows;
  while (query.Next())
    if (auto row = FindRow(connection, query.Number(0)))
      rows.push_back(*std::move(row));
  return rows;
}

std::vector<Row> ReadRows(Connection& connection, Query&& query) {
  std::vector<Row> rows;
  for (KeptRow& kept : FindRows(connection, std::move(query)))
    rows.push_back(std::move(kept.folded.row));
  return rows;
}

std::vector<FoldedRow> ReadFoldedRows(Connection& connection, Query&& query) {
  std::vector<FoldedRow> rows;
  for (KeptRow& kept : FindRows(connection, std::move(query)))
    rows.push_back(std::move(kept.folded));
  return rows;
}

std::vector<LandedRow> ReadLanded(Connection& connection,
                                  const std::string& ref, int64_t first,
                                  int64_t end) {
  Query query(connection, query::kLandedBetween, ref, first, end);
  std::vector<LandedRow> rows;
  while (query.Next())
    rows.push_back(ReadRow(connection, query).Landed());
  return rows;
}

std::vector<LandedRow> ReadLandedOf(Connection& connection,
                                    const std::string& push,
                                    const std::string& ref) {
  std::vector<LandedRow> rows;
  if (push.empty())
    return rows;
  for (const KeptRow& kept :
       FindRows(connection, Query(connection, query::kRowsOfPush, push)))
    if (kept.order && kept.folded.row.ref == ref)
      rows.push_back(kept.Landed());
  std::ranges::sort(rows, {}, &LandedRow::order);
  return rows;
}

/// Lets a row land on a tip that some other rows did not lead to.
void Pass(std::optional<LedgerTip>& tip, const Row& row) {
  if (row.kind == RowKind::kClock)
    return;
  if (!tip || Moves(tip, row))
    tip = TipBehind(tip, row);
}

/// The order of the first row of a ref that `query` finds, or INT64_MAX.
int64_t ReadFirst(Query&& query) {
  query.Next();
  return query.IsNull(0) ? INT64_MAX : query.Number(0);
}

Mark ReadMark(const Query& recall) {
  Mark mark;
  if (!recall.IsNull(1))
    mark.pusher = Pusher{.provider = recall.Text(1), .id = recall.Text(2)};
  mark.source = recall.Number(3);
  mark.clock = recall.Number(4);
  mark.uptime = recall.Number(5);
  mark.boot = recall.Text(6);
  mark.within = recall.Number(7);
  mark.order = recall.Number(8);
  mark.push = recall.Text(9);
  return mark;
}

}  // namespace

std::optional<Micros> Ledger::NewestReceived() const {
  Query newest(database_->connection, query::kNewestReceived);
  if (!newest.Next())
    return std::nullopt;
  return newest.Number(0);
}

std::optional<LedgerTip> Ledger::Tip(const std::string& ref) const {
  return FindTip(database_->connection, ref, INT64_MAX);
}

std::optional<LedgerTip> Ledger::TipBefore(
    const std::string& ref, int64_t order,
    const std::string& but_not_of) const {
  Connection& connection = database_->connection;
  const auto left_out = ReadLandedOf(connection, but_not_of, ref);
  if (left_out.empty() || left_out.front().order >= order)
    return FindTip(connection, ref, order);
  // Behind a row that is left out others may move the ref, or no longer do.
  const int64_t first = left_out.front().order;
  std::optional<LedgerTip> tip = FindTip(connection, ref, first);
  for (const LandedRow& landed : ReadLanded(connection, ref, first, order))
    if (landed.row.push != but_not_of)
      Pass(tip, landed.row);
  return tip;
}

std::optional<LedgerTip> Ledger::TipBeforeOrBy(
    const std::string& ref, int64_t order, const std::string& and_of) const {
  Connection& connection = database_->connection;
  std::optional<LedgerTip> tip = FindTip(connection, ref, order);
  for (const LandedRow& landed : ReadLandedOf(connection, and_of, ref))
    if (landed.order >= order)
      Pass(tip, landed.row);
  return tip;
}

std::vector<std::string> Ledger::Refs() const {
  Query query(database_->connection, query::kRefs);
  std::vector<std::string> refs;
  while (query.Next())
    refs.push_back(query.Text(0));
  return refs;
}

std::vector<Row> Ledger::OpenRows(const std::string& ref) const {
  Connection& connection = database_->connection;
  if (ref.empty())
    return ReadRows(connection, Query(connection, query::kIntended));
  return ReadRows(connection, Query(connection, query::kIntendedOfRef, ref));
}

std::vector<FoldedRow> Ledger::UnconfirmedRows(const std::string& ref,
                                               const std::string& boot) const {
  Connection& connection = database_->connection;
  return ReadFoldedRows(connection,
                        Query(connection, query::kUnconfirmed, ref, boot));
}

std::vector<FoldedRow> Ledger::RowsOf(const std::string& push) const {
  Connection& connection = database_->connection;
  return ReadFoldedRows(connection,
                        Query(connection, query::kRowsOfPush, push));
}

std::optional<FoldedRow> Ledger::Find(int64_t seq) const {
  std::optional<KeptRow> row = FindRow(database_->connection, seq);
  if (!row)
    return std::nullopt;
  return std::move(row->folded);
}

LandedHistory Ledger::RecentHistory(const std::string& ref, Micros received,
                                    Micros uptime, const std::string& boot,
                                    int64_t order) const {
  Connection& connection = database_->connection;
  // By both clocks: one row may be old by one of them and recent by the other.
  // Rows land in another order than they are received in, and all from the
  // first recent one on count.
  const int64_t first = std::min(
      {ReadFirst(Query(connection, query::kFirstReceived, ref, received)),
       ReadFirst(Query(connection, query::kFirstInBoot, ref, boot, uptime)),
       order});
  return {.before = FindTip(connection, ref, first),
          .rows = ReadLanded(connection, ref, first, order)};
}

Micros Ledger::LongestWithin(const std::string& ref) const {
  Query longest(database_->connection, query::kLongestWithin, ref);
  return longest.Next() ? longest.Number(0) : 0;
}

std::optional<Mark> Ledger::Recall(const std::string& ref,
                                   const ObjectId& commit,
                                   int64_t order) const {
  Connection& connection = database_->connection;
  Query recall(connection, query::kRecall, ref, commit, order);
  if (!recall.Next())
    return std::nullopt;
  Query closed(connection, query::kClosedBetween, ref, recall.Number(0), order);
  return closed.Next() ? ClosedMark() : ReadMark(recall);
}

std::vector<Row> Ledger::Grants(const std::string& ref,
                                const std::optional<ObjectId>& before,
                                const std::optional<ObjectId>& after,
                                const std::string& to, Micros now) const {
  Connection& connection = database_->connection;
  return ReadRows(connection, Query(connection, query::kGrants, ref, before,
                                    after, to, now));
}

}  // namespace commitgate
