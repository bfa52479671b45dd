// SPDX-License-Identifier: MIT
#include "hooks/ledger/chain.h"

#include "hooks/ledger/queries.h"

namespace commitgate {
namespace {

/// An entry without content, for behind the newest one.
Entry NextEntry(Connection& connection) {
  Query newest(connection, query::kNewestEntry);
  Entry entry{.seq = 1, .previous_hash = std::string(kNoHash)};
  if (newest.Next()) {
    entry.seq = newest.Number(0) + 1;
    entry.previous_hash = newest.Text(1);
  }
  return entry;
}

int64_t Add(Connection& connection, const Entry& entry) {
  const std::string text = PrintEntry(entry);
  Query(connection, query::kAddEntry, entry.seq, text, HashEntry(text)).Run();
  return entry.seq;
}

}  // namespace

int64_t AddToChain(Connection& connection, Row& row) {
  Entry entry = NextEntry(connection);
  row.seq = entry.seq;
  entry.content = row;
  return Add(connection, entry);
}

int64_t AddToChain(Connection& connection, const Settlement& settlement) {
  Entry entry = NextEntry(connection);
  entry.content = settlement;
  return Add(connection, entry);
}

}  // namespace commitgate
