// SPDX-License-Identifier: MIT
#include "hooks/ledger/connection.h"

#include <fmt/core.h>
#include <sqlite3.h>

#include <cstring>

#include "hooks/ledger/ledger.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// What `code` means for a ledger; empty where SQLite has to say it.
std::string_view Meaning(int code) {
  if (code == SQLITE_CANTOPEN_SYMLINK)
    return "it is a symbolic link, which is not followed";
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another process has locked it for too long";
    case SQLITE_FULL:
      return "the disk is full";
    case SQLITE_READONLY:
      return "it cannot be written";
    case SQLITE_CANTOPEN:
      return "it cannot be opened";
    case SQLITE_CORRUPT:
      return "it is damaged";
    case SQLITE_NOTADB:
      return "it is no database";
    case SQLITE_IOERR:
      return "it cannot be read or written";
    default:
      return {};
  }
}

/// What the system had to say, where it was asked.
std::string SystemReason(sqlite3* database, int code) {
  const int primary = code & 0xff;
  const int error = sqlite3_system_errno(database);
  if (code == SQLITE_CANTOPEN_SYMLINK)
    return {};
  const bool is_known = primary == SQLITE_CANTOPEN || primary == SQLITE_IOERR;
  if (!is_known || error == 0)
    return {};
  return fmt::format(": {}", std::strerror(error));
}

}  // namespace

void CloseDatabase::operator()(sqlite3* database) const {
  sqlite3_close_v2(database);
}

void FinalizeStatement::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Connection::Connection(std::string path, DatabaseHandle database)
    : path_(std::move(path)), database_(std::move(database)) {}

void Connection::Execute(const char* statements) {
  const int code =
      sqlite3_exec(handle(), statements, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK)
    FailWith(code);
}

bool Connection::InTransaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

std::string Connection::GiveUp(std::string_view reason) {
  std::string text =
      fmt::format("the ledger '{}': {}", Printable(path_), reason);
  if (InTransaction())
    sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  return text;
}

void Connection::Fail(std::string_view reason) {
  throw LedgerError(GiveUp(reason));
}

void Connection::FailWith(int code) {
  const std::string_view meaning = Meaning(code);
  if (meaning.empty())
    Fail(sqlite3_errmsg(handle()));
  const std::string reason =
      fmt::format("{}{}", meaning, SystemReason(handle(), code));
  // It is there, and only busy, which any pusher can make it.
  if ((code & 0xff) == SQLITE_BUSY)
    throw Error(GiveUp(reason));
  Fail(reason);
}

StatementHandle Connection::Take(const std::string& sql) {
  if (auto idle = idle_.extract(sql))
    return std::move(idle.mapped());
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(handle(), sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK)
    FailWith(code);
  return StatementHandle(statement);
}

void Connection::GiveBack(std::string sql, StatementHandle statement) {
  sqlite3_reset(statement.get());
  sqlite3_clear_bindings(statement.get());
  idle_.emplace(std::move(sql), std::move(statement));
}

Query::~Query() {
  connection_.GiveBack(std::move(sql_), std::move(statement_));
}

void Query::Bind(int64_t value) {
  Must(sqlite3_bind_int64(statement_.get(), ++bound_, value));
}

void Query::Bind(std::string_view value) {
  Must(sqlite3_bind_text64(statement_.get(), ++bound_, value.data(),
                           value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Query::Bind(std::nullptr_t) {
  Must(sqlite3_bind_null(statement_.get(), ++bound_));
}

void Query::Bind(const std::optional<ObjectId>& value) {
  if (value)
    Bind(value->Hex());
  else
    Bind(nullptr);
}

void Query::Must(int code) {
  if (code != SQLITE_OK)
    connection_.FailWith(code);
}

bool Query::Next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW)
    return true;
  if (code != SQLITE_DONE)
    connection_.FailWith(code);
  return false;
}

void Query::Run() {
  while (Next()) {
  }
}

int Query::Columns() const {
  return sqlite3_column_count(statement_.get());
}

std::string Query::ColumnName(int column) const {
  return sqlite3_column_name(statement_.get(), column);
}

int64_t Query::Number(int column) const {
  return sqlite3_column_int64(statement_.get(), column);
}

bool Query::IsNull(int column) const {
  return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::string Query::Text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_.get(), column);
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return std::string(text, text + size);
}

std::optional<ObjectId> Query::Id(int column) const {
  return ObjectId::FromHex(Text(column));
}

}  // namespace commitgate
