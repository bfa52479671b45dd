// SPDX-License-Identifier: MIT
#include "hooks/ledger/pull_request_index.h"

#include <fmt/core.h>
#include <sqlite3.h>

#include <filesystem>
#include <utility>

#include "hooks/ledger/connection.h"
#include "hooks/ledger/database_file.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// How long anybody waits, in milliseconds: longer than a walk takes nobody
/// should.
constexpr int kIndexPatience = 500;

/// What a crash of the machine takes away can be found again.
constexpr auto kWriteAccess = Ledger::Access::kSettle;

/// "cgpr", which tells an index from other databases.
constexpr int64_t kIndexId = 0x63677072;

/// Goes up with the tables, and with each change of what PullRequestsOf makes
/// of a message.
constexpr int64_t kIndexVersion = 1;

constexpr const char* kTables = R"(
CREATE TABLE branch (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  tip  TEXT NOT NULL
) STRICT;
CREATE TABLE pull_request (
  branch INTEGER NOT NULL,
  url    TEXT NOT NULL,
  PRIMARY KEY (branch, url)
) STRICT, WITHOUT ROWID;
)";

/// Ends what it has begun, or undoes it.
class Together {
 public:
  Together(Connection& connection, const char* begin)
      : connection_(connection) {
    connection_.Execute(begin);
  }
  ~Together() {
    if (connection_.InTransaction())
      sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
  Together(const Together&) = delete;
  Together& operator=(const Together&) = delete;

  void End() { connection_.Execute("COMMIT"); }

 private:
  Connection& connection_;
};

std::string Told(Connection& connection, std::string_view sql) {
  Query query(connection, sql);
  return query.Next() ? query.Text(0) : "";
}

bool IsOfThisVersion(Connection& connection) {
  return Told(connection, "PRAGMA application_id") ==
             fmt::format("{}", kIndexId) &&
         Told(connection, "PRAGMA user_version") ==
             fmt::format("{}", kIndexVersion);
}

/// SQLite reads what is cut off inside of a page as if it were there.
bool IsWhole(Connection& connection, const std::string& path) {
  constexpr uintmax_t kPage = 4096;
  std::error_code error;
  const uintmax_t size = std::filesystem::file_size(path, error);
  return !error && size % kPage == 0 &&
         Told(connection, "PRAGMA page_size") == fmt::format("{}", kPage);
}

bool IsUsable(Connection& connection, const std::string& path) {
  return IsOfThisVersion(connection) && IsWhole(connection, path);
}

bool IsSound(Connection& connection, const std::string& path) {
  try {
    return IsUsable(connection, path) &&
           Told(connection, "PRAGMA quick_check(1)") == "ok";
  } catch (const LedgerError&) {
    return false;
  }
}

/// Opening a pipe would wait for whoever is at its other end.
void RequireRegularFileOrNone(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::file_status status = fs::symlink_status(path, error);
  // What cannot be looked at cannot be opened either.
  if (fs::status_known(status) && fs::exists(status) &&
      !fs::is_regular_file(status))
    throw LedgerError(fmt::format(
        "the index '{}': opening it: it is no regular file", Printable(path)));
}

DatabaseHandle OpenIndexFile(const std::string& path, Ledger::Access access,
                             unsigned group_access) {
  RequireRegularFileOrNone(path);
  return OpenDatabaseFile(path, access, group_access, kIndexPatience);
}

/// In place, as SQLite asks for it: others may have the file open.
void Empty(Connection& connection) {
  const auto reset = [&](int on) {
    sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_RESET_DATABASE, on,
                      nullptr);
  };
  reset(1);
  connection.Execute("VACUUM");
  reset(0);
}

void MakeTables(Connection& connection) {
  Together together(connection, "BEGIN IMMEDIATE");
  // Another process may have made them meanwhile.
  if (IsOfThisVersion(connection))
    return;
  connection.Execute(kTables);
  connection.Execute(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                  kIndexId, kIndexVersion)
          .c_str());
  together.End();
}

struct KnownBranch {
  int64_t id;
  ObjectId tip;
};

std::optional<KnownBranch> Find(Connection& connection,
                                const std::string& name) {
  Query query(connection, "SELECT id, tip FROM branch WHERE name = ?1", name);
  if (!query.Next())
    return std::nullopt;
  const std::optional<ObjectId> tip = query.Id(1);
  if (!tip)
    return std::nullopt;
  return KnownBranch{query.Number(0), *tip};
}

void Add(Connection& connection, int64_t branch,
         const std::vector<std::string>& urls) {
  for (const std::string& url : urls)
    Query(connection, "INSERT OR IGNORE INTO pull_request VALUES (?1, ?2)",
          branch, url)
        .Run();
}

}  // namespace

struct PullRequestIndex::Database {
  Connection connection;
};

PullRequestIndex::PullRequestIndex(std::unique_ptr<Database> database)
    : database_(std::move(database)) {}
PullRequestIndex::~PullRequestIndex() = default;
PullRequestIndex::PullRequestIndex(PullRequestIndex&&) noexcept = default;
PullRequestIndex& PullRequestIndex::operator=(PullRequestIndex&&) noexcept =
    default;

PullRequestIndex PullRequestIndex::OpenToRead(const std::string& path) {
  Connection connection(path, OpenIndexFile(path, Ledger::Access::kRead, 0));
  if (!IsUsable(connection, path))
    connection.Fail("it is no index of this version");
  return PullRequestIndex(
      std::make_unique<Database>(Database{std::move(connection)}));
}

PullRequestIndex PullRequestIndex::OpenToWrite(const std::string& path,
                                               unsigned group_access) {
  Connection connection(path, OpenIndexFile(path, kWriteAccess, group_access));
  if (!IsSound(connection, path)) {
    Empty(connection);
    PrepareToWrite(connection, kWriteAccess);
    MakeTables(connection);
    // So that the file itself is whole.
    connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
  } else {
    PrepareToWrite(connection, kWriteAccess);
  }
  return PullRequestIndex(
      std::make_unique<Database>(Database{std::move(connection)}));
}

std::optional<PullRequestIndex::Answer> PullRequestIndex::Ask(
    const std::string& branch, const std::vector<std::string>& urls) {
  Connection& connection = database_->connection;
  // The tip and what is in its history are of one moment.
  Together together(connection, "BEGIN");
  const std::optional<KnownBranch> known = Find(connection, branch);
  if (!known)
    return std::nullopt;
  Answer answer{known->tip, {}};
  for (const std::string& url : urls) {
    Query query(connection,
                "SELECT 1 FROM pull_request WHERE branch = ?1 AND url = ?2",
                known->id, url);
    if (query.Next())
      answer.urls.insert(url);
  }
  return answer;
}

void PullRequestIndex::Advance(const std::string& branch, const ObjectId& from,
                               const ObjectId& to,
                               const std::vector<std::string>& urls) {
  Connection& connection = database_->connection;
  Together together(connection, "BEGIN IMMEDIATE");
  const std::optional<KnownBranch> known = Find(connection, branch);
  if (!known || known->tip != from)
    return;
  Add(connection, known->id, urls);
  Query(connection, "UPDATE branch SET tip = ?2 WHERE id = ?1", known->id,
        to.Hex())
      .Run();
  together.End();
}

void PullRequestIndex::Replace(const std::string& branch, const ObjectId& tip,
                               const std::vector<std::string>& urls) {
  Connection& connection = database_->connection;
  Together together(connection, "BEGIN IMMEDIATE");
  Query(connection,
        "DELETE FROM pull_request WHERE branch = "
        "(SELECT id FROM branch WHERE name = ?1)",
        branch)
      .Run();
  Query(connection, "INSERT OR REPLACE INTO branch (name, tip) VALUES (?1, ?2)",
        branch, tip.Hex())
      .Run();
  const int64_t id = sqlite3_last_insert_rowid(connection.handle());
  Add(connection, id, urls);
  together.End();
  // The next process would have to read all of it in the log.
  connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace commitgate
