// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "validator/git/object_id.h"

struct sqlite3;
struct sqlite3_stmt;

namespace commitgate {

// For hooks/ledger/*.cc only: everybody else sees Ledger.

struct CloseDatabase {
  void operator()(sqlite3* database) const;
};
using DatabaseHandle = std::unique_ptr<sqlite3, CloseDatabase>;

struct FinalizeStatement {
  void operator()(sqlite3_stmt* statement) const;
};
using StatementHandle = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// An open database, and the statements that were prepared for it.
class Connection {
 public:
  /// `path` is for messages.
  Connection(std::string path, DatabaseHandle database);

  sqlite3* handle() const { return database_.get(); }

  /// Runs statements that have nothing to answer.
  void Execute(const char* statements);

  bool InTransaction() const;

  /// Undoes the transaction, if there is one, and throws
  /// LedgerError("the ledger '...': reason").
  [[noreturn]] void Fail(std::string_view reason);
  /// The same for a result code of SQLite; for SQLITE_BUSY it is an Error.
  [[noreturn]] void FailWith(int code);

 private:
  /// Undoes the transaction and returns what to say.
  std::string GiveUp(std::string_view reason);

  friend class Query;
  StatementHandle Take(const std::string& sql);
  void GiveBack(std::string sql, StatementHandle statement);

  std::string path_;
  DatabaseHandle database_;
  /// By their texts.
  std::map<std::string, StatementHandle> idle_;
};

/// A statement at work.  What is not said otherwise throws as Connection::Fail.
class Query {
 public:
  /// The values are for ?1, ?2 and on.
  template <typename... Values>
  Query(Connection& connection, std::string_view sql, const Values&... values)
      : connection_(connection), sql_(sql), statement_(connection.Take(sql_)) {
    (Bind(values), ...);
  }
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;

  /// Binds the value behind those that are bound.
  void Bind(int64_t value);
  void Bind(std::string_view value);
  void Bind(std::nullptr_t);
  void Bind(const std::optional<ObjectId>& value);

  /// Goes on to the next row of the answer; whether there is one.
  bool Next();
  /// For what has nothing to answer.
  void Run();

  int Columns() const;
  std::string ColumnName(int column) const;

  // Of the row, by column from 0.
  int64_t Number(int column) const;
  bool IsNull(int column) const;
  std::string Text(int column) const;
  std::optional<ObjectId> Id(int column) const;

 private:
  void Must(int code);

  Connection& connection_;
  std::string sql_;
  StatementHandle statement_;
  int bound_ = 0;
};

}  // namespace commitgate
