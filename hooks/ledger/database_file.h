// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "hooks/ledger/connection.h"
#include "hooks/ledger/ledger.h"

namespace commitgate {

/// How long a push waits for another one, in milliseconds.
inline constexpr int kPatience = 5000;

/// Opens the file as Ledger::Open does, and makes it where it is to be written
/// and is not there yet.  Throws as Connection::Fail.
DatabaseHandle OpenDatabaseFile(const std::string& path, Ledger::Access access,
                                unsigned group_access,
                                int patience = kPatience);

/// An empty database in memory.
DatabaseHandle OpenDatabaseInMemory();

/// Waits until all that is committed is on the disk; whoever reads may.  Throws
/// as Connection::Fail.
void SyncLog(Connection& connection);

/// Sees to it that what is committed lasts, with kWrite from then on.  Throws
/// as Connection::Fail, also for a file that may only be read.
void PrepareToWrite(Connection& connection,
                    Ledger::Access access = Ledger::Access::kWrite);

}  // namespace commitgate
