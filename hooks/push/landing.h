// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "hooks/ledger/ledger.h"
#include "hooks/push/moment.h"
#include "hooks/push/server.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

// A row lands, and the ref remembers what went with it (S8b).  REQUIRES: a
// transaction.

/// A row of a push.
void LandRow(Ledger& ledger, const Server& server, const PushPolicy& policy,
             const Row& row);

/// A new row that is landed as soon as it is written: the ref stands at
/// `row.after`, whatever the ledger took it for.
void LandClosingRow(Ledger& ledger, const Server& server,
                    const PushPolicy& policy, Row row);

}  // namespace commitgate
