// SPDX-License-Identifier: MIT
#include "hooks/ledger/verifier.h"

#include <fmt/core.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

#include "hooks/ledger/entry.h"
#include "hooks/ledger/queries.h"
#include "hooks/ledger/row_table.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

using Complaints = std::vector<std::string>;

/// An entry as it is kept.
struct Link {
  int64_t seq = 0;
  std::string text = {};
  std::string hash = {};
};

/// The rows that were played last: nearly all that is said of a row is said
/// soon, and reading it again takes most of the time.
class LatestRows {
 public:
  /// Null where it was not among them.
  const Row* Find(int64_t seq) const {
    const Row& row = rows_[Place(seq)];
    return seq != 0 && row.seq == seq ? &row : nullptr;
  }

  void Add(const Row& row) { rows_[Place(row.seq)] = row; }

 private:
  static constexpr size_t kCount = 256;
  static size_t Place(int64_t seq) {
    return static_cast<uint64_t>(seq) % kCount;
  }

  std::vector<Row> rows_ = std::vector<Row>(kCount);
};

class ChainCheck {
 public:
  ChainCheck(Connection& kept, Connection& played)
      : kept_(kept), played_(played) {}

  void Check(const Link& link) {
    CheckPlace(link);
    if (HashEntry(link.text) != link.hash)
      Complain(link, "was altered: its text has another hash");
    if (const auto entry = ParseEntry(link.text))
      Take(link, *entry);
    else
      Complain(link, "cannot be read");
    last_ = link;
  }

  Complaints complaints;

 private:
  void Complain(const Link& link, std::string_view what) {
    complaints.push_back(fmt::format("entry {} {}", link.seq, what));
  }

  void CheckPlace(const Link& link) {
    const int64_t wanted = last_.seq + 1;
    if (link.seq == wanted)
      return;
    complaints.push_back(link.seq == wanted + 1
                             ? fmt::format("entry {} is missing", wanted)
                             : fmt::format("entries {} to {} are missing",
                                           wanted, link.seq - 1));
  }

  void Take(const Link& link, const Entry& entry) {
    if (entry.seq != link.seq)
      Complain(link, fmt::format("says that it is entry {}", entry.seq));
    if (link.seq == last_.seq + 1 && entry.previous_hash != last_.hash)
      Complain(link, "does not follow on the one before it");
    if (const Row* row = std::get_if<Row>(&entry.content))
      TakeRow(link, *row);
    else
      TakeSettlement(link, std::get<Settlement>(entry.content));
  }

  void TakeRow(const Link& link, Row row) {
    row.seq = link.seq;
    AddRow(played_, row);
    latest_.Add(row);
  }

  void TakeSettlement(const Link& link, const Settlement& settlement) {
    const std::optional<Row> row = FindBefore(link, settlement.about);
    if (!row)
      return Complain(
          link, fmt::format("is about row {}, which there is not before it",
                            settlement.about));
    if (settlement.what == Settlement::What::kLanded)
      SetLanded(played_, link.seq, *row);
    else
      SetFate(played_, row->seq, settlement.what);
  }

  /// The row that entry `seq` is, if that comes before `link`.
  std::optional<Row> FindBefore(const Link& link, int64_t seq) const {
    if (const Row* row = latest_.Find(seq))
      return *row;
    if (seq >= link.seq)
      return std::nullopt;
    Query find(kept_, query::kEntry, seq);
    auto entry = find.Next() ? ParseEntry(find.Text(0)) : std::nullopt;
    if (!entry || !std::holds_alternative<Row>(entry->content))
      return std::nullopt;
    Row row = std::get<Row>(std::move(entry->content));
    row.seq = seq;
    return row;
  }

  Connection& kept_;
  Connection& played_;
  LatestRows latest_;
  Link last_{.hash = std::string(kNoHash)};
};

/// Walks through the same table of two databases side by side.
class TableComparison {
 public:
  TableComparison(std::string_view what, std::string_view sql, Connection& kept,
                  Connection& played, Complaints& complaints)
      : what_(what),
        kept_(kept, sql),
        played_(played, sql),
        complaints_(complaints) {}

  void Run() {
    bool has_kept = kept_.Next();
    bool has_played = played_.Next();
    while (has_kept || has_played) {
      const int order = Order(has_kept, has_played);
      if (order < 0)
        Complain(kept_, "is there, but no entry says so");
      else if (order > 0)
        Complain(played_, "is missing");
      else
        CompareColumns();
      has_kept = order <= 0 ? kept_.Next() : has_kept;
      has_played = order >= 0 ? played_.Next() : has_played;
    }
  }

 private:
  int Order(bool has_kept, bool has_played) const {
    if (!has_kept || !has_played)
      return has_kept ? -1 : 1;
    return kept_.Text(0).compare(played_.Text(0));
  }

  void CompareColumns() {
    for (int i = 2; i < kept_.Columns(); ++i)
      if (kept_.IsNull(i) != played_.IsNull(i) ||
          kept_.Text(i) != played_.Text(i))
        Complain(kept_, fmt::format("has the {} {}, by the entries it is {}",
                                    kept_.ColumnName(i), Show(kept_, i),
                                    Show(played_, i)));
  }

  static std::string Show(const Query& query, int column) {
    if (query.IsNull(column))
      return "nothing";
    return fmt::format("'{}'", Printable(query.Text(column)));
  }

  void Complain(const Query& row, std::string_view what) {
    complaints_.push_back(
        fmt::format("the {} {} {}", what_, Printable(row.Text(1)), what));
  }

  std::string_view what_;
  Query kept_;
  Query played_;
  Complaints& complaints_;
};

}  // namespace

Complaints CheckChain(Connection& kept, Connection& played) {
  played.Execute("BEGIN");
  ChainCheck check(kept, played);
  Query entries(kept, query::kEntries);
  while (entries.Next())
    check.Check({.seq = entries.Number(0),
                 .text = entries.Text(1),
                 .hash = entries.Text(2)});
  played.Execute("COMMIT");
  return std::move(check.complaints);
}

Complaints CompareTables(Connection& kept, Connection& played) {
  Complaints complaints;
  TableComparison("row", query::kKeptRows, kept, played, complaints).Run();
  TableComparison("ref", query::kKeptRefs, kept, played, complaints).Run();
  Query lost(kept, query::kLostMemory);
  while (lost.Next())
    complaints.push_back(
        fmt::format("the memory of '{}' since {} is of nothing that landed",
                    Printable(lost.Text(0)), lost.Number(1)));
  return complaints;
}

}  // namespace commitgate
