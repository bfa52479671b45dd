// SPDX-License-Identifier: MIT
#include "hooks/ledger/database_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "hooks/ledger/ledger.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

/// Pages in the write-ahead log that make a push empty it.  Few, for the next
/// process reads them all.
constexpr int kLogPages = 100;

[[noreturn]] void FailToOpen(const std::string& path, std::string_view doing,
                             int error) {
  throw LedgerError(fmt::format("the ledger '{}': {}: {}", Printable(path),
                                doing, std::strerror(error)));
}

/// What others may do with a file they may also do with its folder, as git has
/// it for shared repositories; its files belong to the folder's group.
mode_t FolderMode(unsigned group_access) {
  const mode_t bits = group_access & 066;
  const mode_t enter = (bits & 044) >> 2;
  const mode_t keep_group = bits != 0 ? S_ISGID : 0;
  return 0700 | bits | enter | keep_group;
}

void MakeFolder(const std::string& path, unsigned group_access) {
  const std::string folder = fs::path(path).parent_path();
  if (mkdir(folder.c_str(), 0700) != 0) {
    if (errno != EEXIST)
      FailToOpen(path, "making its folder", errno);
    return;
  }
  // Not by mkdir, which asks the umask.
  if (chmod(folder.c_str(), FolderMode(group_access)) != 0)
    FailToOpen(path, "opening its folder to others", errno);
}

/// SQLite would make the file as the umask says.
void MakeFile(const std::string& path, unsigned group_access) {
  const int flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  const int file = open(path.c_str(), flags, 0600);
  if (file < 0) {
    if (errno != EEXIST)
      FailToOpen(path, "making it", errno);
    return;
  }
  const int changed = fchmod(file, 0600 | (group_access & 066));
  const int error = errno;
  close(file);
  if (changed != 0)
    FailToOpen(path, "opening it to others", error);
}

/// With a folder without symbolic links, so that SQLite can be told to follow
/// none: the folder may be elsewhere, the file is no link to another.
std::string RealPath(const std::string& path) {
  std::error_code error;
  const fs::path folder = fs::canonical(fs::path(path).parent_path(), error);
  if (error)
    FailToOpen(path, "opening its folder", error.value());
  return folder / fs::path(path).filename();
}

/// Against what a file may contain that somebody else has written.
void Distrust(sqlite3* database) {
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

/// SQLite would count the memory that it takes, behind a lock.  REQUIRES: it is
/// not in use yet; later this has no effect.
bool CountNoMemory() {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK;
}

DatabaseHandle OpenHandle(const std::string& path, int flags) {
  [[maybe_unused]] static const bool counts_no_memory = CountNoMemory();
  sqlite3* database = nullptr;
  flags |= SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX;
  const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
  DatabaseHandle handle(database);
  if (code != SQLITE_OK)
    Connection(path, std::move(handle)).FailWith(code);
  Distrust(handle.get());
  return handle;
}

/// For sqlite3_exec: the first column of a row becomes the std::string at
/// `text`.
int KeepText(void* text, int, char** columns, char**) {
  if (columns[0])
    *static_cast<std::string*>(text) = columns[0];
  return 0;
}

/// SQLite waits for other processes by itself, but for this where several make
/// the file at once.
void UseLog(Connection& connection) {
  constexpr int kPause = 10;
  std::string mode;
  int code = SQLITE_BUSY;
  for (int waited = 0; code == SQLITE_BUSY && waited < kPatience;
       waited += kPause) {
    if (waited > 0)
      sqlite3_sleep(kPause);
    code = sqlite3_exec(connection.handle(), "PRAGMA journal_mode = WAL",
                        KeepText, &mode, nullptr);
  }
  if (code != SQLITE_OK)
    connection.FailWith(code);
  if (mode != "wal")
    connection.Fail("its file system cannot hold a write-ahead log");
}

/// Called behind each commit with the length of the log.
///
/// SQLite by itself would copy a long log to the database and not empty it:
/// that is for the next writer, if it knows how much was copied.  What a push
/// knows is gone with its process, and the log would grow for ever.
int EmptyLongLog(void*, sqlite3* database, const char* name, int pages) {
  if (pages < kLogPages)
    return SQLITE_OK;
  std::string patience;
  sqlite3_exec(database, "PRAGMA busy_timeout", KeepText, &patience, nullptr);
  // Whoever reads is not waited for: the next push tries again.
  sqlite3_busy_timeout(database, 0);
  sqlite3_wal_checkpoint_v2(database, name, SQLITE_CHECKPOINT_TRUNCATE, nullptr,
                            nullptr);
  sqlite3_busy_timeout(database, std::atoi(patience.c_str()));
  return SQLITE_OK;
}

std::string AbsolutePath(const std::string& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  if (error)
    FailToOpen(path, "finding the current folder", error.value());
  return absolute;
}

}  // namespace

DatabaseHandle OpenDatabaseFile(const std::string& path, Ledger::Access access,
                                unsigned group_access, int patience) {
  const bool writes = access != Ledger::Access::kRead;
  const std::string absolute = AbsolutePath(path);
  if (writes)
    MakeFolder(absolute, group_access);
  const std::string real = RealPath(absolute);
  if (writes)
    MakeFile(real, group_access);
  DatabaseHandle database =
      OpenHandle(real, writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY);
  sqlite3_busy_timeout(database.get(), patience);
  return database;
}

DatabaseHandle OpenDatabaseInMemory() {
  return OpenHandle(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
}

void SyncLog(Connection& connection) {
  sqlite3_file* log = nullptr;
  sqlite3_file_control(connection.handle(), "main",
                       SQLITE_FCNTL_JOURNAL_POINTER, &log);
  const bool is_open = log != nullptr && log->pMethods != nullptr;
  const int code =
      is_open ? log->pMethods->xSync(log, SQLITE_SYNC_DATAONLY) : SQLITE_OK;
  if (code != SQLITE_OK)
    connection.FailWith(code);
}

void PrepareToWrite(Connection& connection, Ledger::Access access) {
  if (sqlite3_db_readonly(connection.handle(), "main") != 0)
    connection.FailWith(SQLITE_READONLY);
  // The log stays, so that those who may only read find it, and a push does not
  // wait for the database to be synced as well.
  sqlite3_db_config(connection.handle(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1,
                    nullptr);
  sqlite3_wal_hook(connection.handle(), EmptyLongLog, nullptr);
  // NORMAL keeps the file whole, and waits for the disk only to empty the log.
  connection.Execute(access == Ledger::Access::kSettle
                         ? "PRAGMA synchronous = NORMAL"
                         : "PRAGMA synchronous = FULL");
  connection.Execute("PRAGMA journal_size_limit = 1048576");
  UseLog(connection);
}

}  // namespace commitgate
