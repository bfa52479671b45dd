// SPDX-License-Identifier: MIT
#include "hooks/ledger/ledger.h"

#include <sqlite3.h>

#include "hooks/ledger/database.h"
#include "hooks/ledger/database_file.h"
#include "hooks/ledger/schema.h"
#include "validator/error.h"

namespace commitgate {

Ledger::Ledger(std::unique_ptr<Database> database)
    : database_(std::move(database)) {}
Ledger::~Ledger() = default;
Ledger::Ledger(Ledger&&) noexcept = default;
Ledger& Ledger::operator=(Ledger&&) noexcept = default;

Ledger Ledger::Open(const std::string& path, Access access,
                    unsigned group_access) {
  auto database = std::make_unique<Database>(
      path, OpenDatabaseFile(path, access, group_access));
  if (access == Access::kRead) {
    RequireVersion(database->connection, SchemaSteps());
  } else {
    PrepareToWrite(database->connection, access);
    BringUpToDate(database->connection, SchemaSteps());
  }
  return Ledger(std::move(database));
}

Ledger Ledger::InMemory() {
  auto database =
      std::make_unique<Database>("in memory", OpenDatabaseInMemory());
  BringUpToDate(database->connection, SchemaSteps());
  return Ledger(std::move(database));
}

Ledger Ledger::CopyInMemory() const {
  auto copy = std::make_unique<Database>("in memory", OpenDatabaseInMemory());
  Connection& from = database_->connection;
  sqlite3* const to = copy->connection.handle();
  sqlite3_backup* const backup =
      sqlite3_backup_init(to, "main", from.handle(), "main");
  if (backup == nullptr)
    copy->connection.FailWith(sqlite3_errcode(to));
  constexpr int kAllPages = -1;
  // A ledger that is busy is no error to sqlite3_backup_finish.
  const int stepped = sqlite3_backup_step(backup, kAllPages);
  const int finished = sqlite3_backup_finish(backup);
  if (stepped != SQLITE_DONE)
    from.FailWith(stepped);
  if (finished != SQLITE_OK)
    from.FailWith(finished);
  return Ledger(std::move(copy));
}

Ledger::Transaction::Transaction(Ledger& ledger) : ledger_(ledger) {
  ledger_.database_->connection.Execute("BEGIN IMMEDIATE");
}

Ledger::Transaction::~Transaction() {
  // What has failed has undone it already.
  const Connection& connection = ledger_.database_->connection;
  if (open_ && connection.InTransaction())
    sqlite3_exec(connection.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void Ledger::Transaction::Commit() {
  ledger_.database_->RequireTransaction();
  ledger_.database_->connection.Execute("COMMIT");
  open_ = false;
}

}  // namespace commitgate
