// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/ledger/connection.h"
#include "hooks/ledger/entry.h"

namespace commitgate {

/// Adds an entry behind the newest one: a row, which gets its seq, or a
/// settlement.  Returns the seq.
int64_t AddToChain(Connection& connection, Row& row);
int64_t AddToChain(Connection& connection, const Settlement& settlement);

}  // namespace commitgate
