// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>

#include "hooks/ledger/database.h"
#include "hooks/ledger/database_file.h"
#include "hooks/ledger/queries.h"
#include "hooks/ledger/schema.h"
#include "hooks/ledger/schema_comparison.h"
#include "hooks/ledger/verifier.h"

namespace commitgate {
namespace {

/// What SQLite finds wrong with its own file.
std::vector<std::string> CheckFile(Connection& connection) {
  std::vector<std::string> complaints;
  Query check(connection, query::kIntegrity);
  while (check.Next())
    if (const std::string line = check.Text(0); line != "ok")
      complaints.push_back("the file is damaged: " + line);
  return complaints;
}

}  // namespace

std::vector<std::string> Ledger::Verify() const {
  Connection& kept = database_->connection;
  Connection played("in memory", OpenDatabaseInMemory());
  BringUpToDate(played, SchemaSteps());
  // What others add meanwhile is not seen.
  const bool is_own = !kept.InTransaction();
  if (is_own)
    kept.Execute("BEGIN");
  std::vector<std::string> complaints = CheckFile(kept);
  std::ranges::copy(CompareSchemas(kept, played),
                    std::back_inserter(complaints));
  // Entries that are missing are told of, the others are played all the same.
  played.Execute("DROP TRIGGER entry_insert");
  std::ranges::copy(CheckChain(kept, played), std::back_inserter(complaints));
  std::ranges::copy(CompareTables(kept, played),
                    std::back_inserter(complaints));
  if (is_own)
    kept.Execute("COMMIT");
  return complaints;
}

}  // namespace commitgate
