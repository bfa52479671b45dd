// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "hooks/ledger/database.h"
#include "hooks/ledger/database_file.h"
#include "hooks/ledger/queries.h"
#include "hooks/ledger/row_table.h"

namespace commitgate {
namespace {

/// An entry's text with its hash in front of the brace that ends it.
std::string WithHash(std::string text, std::string_view hash) {
  if (!text.empty())
    text.pop_back();
  return text + fmt::format(R"(,"hash":"{}"}})", hash);
}

}  // namespace

void Ledger::List(const LedgerFilter& filter,
                  const std::function<void(const FoldedRow&)>& visit) const {
  constexpr int64_t kNoLimit = -1;
  Connection& connection = database_->connection;
  Query list(connection, query::kList, filter.ref, filter.pusher,
             filter.since.value_or(INT64_MIN), filter.until.value_or(INT64_MAX),
             filter.limit > 0 ? filter.limit : kNoLimit);
  while (list.Next())
    visit(ReadRow(connection, list).folded);
}

std::vector<OnlyCounted> Ledger::CountedBeyondRows(
    const LedgerFilter& filter) const {
  constexpr Micros kDay = 24 * 60 * 60 * kSecond;
  std::vector<OnlyCounted> all;
  if (!filter.ref.empty())
    return all;
  Query query(database_->connection, query::kOnlyCounted, filter.pusher,
              filter.since.value_or(INT64_MIN),
              filter.until.value_or(INT64_MAX));
  while (query.Next()) {
    OnlyCounted& counted = all.emplace_back();
    counted.day = query.Number(0) * kDay;
    if (!query.IsNull(2))
      counted.pusher = Pusher{.provider = query.Text(1), .id = query.Text(2)};
    counted.count = query.Number(3);
  }
  return all;
}

void Ledger::Export(
    const std::function<void(const std::string&)>& visit) const {
  Query entries(database_->connection, query::kEntries);
  if (!entries.Next())
    return;
  // Whoever keeps an entry elsewhere wants it to be there for ever.
  SyncLog(database_->connection);
  do
    visit(WithHash(entries.Text(1), entries.Text(2)));
  while (entries.Next());
}

}  // namespace commitgate
