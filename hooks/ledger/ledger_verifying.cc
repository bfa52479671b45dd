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

/// Nobody asks `played` but for tips; keeping the others takes longer, and more
/// memory, than all the rest.
void DropIndexes(Connection& played) {
  std::vector<std::string> drops;
  Query indexes(played, query::kIndexesButOfTips);
  while (indexes.Next())
    drops.push_back("DROP INDEX " + indexes.Text(0));
  for (const std::string& drop : drops)
    played.Execute(drop.c_str());
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
  DropIndexes(played);
  std::ranges::copy(CheckChain(kept, played), std::back_inserter(complaints));
  std::ranges::copy(CompareTables(kept, played),
                    std::back_inserter(complaints));
  if (is_own)
    kept.Execute("COMMIT");
  return complaints;
}

}  // namespace commitgate
