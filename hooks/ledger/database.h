// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>

#include "hooks/ledger/connection.h"
#include "hooks/ledger/ledger.h"

namespace commitgate {

/// What a Ledger is inside.
struct Ledger::Database {
  Database(std::string path, DatabaseHandle handle)
      : connection(std::move(path), std::move(handle)) {}

  /// Whoever adds something without a transaction, or after one has failed,
  /// must not get half of it.
  void RequireTransaction() {
    if (!connection.InTransaction())
      connection.Fail("nothing is added outside of a transaction");
  }

  Connection connection;
};

}  // namespace commitgate
