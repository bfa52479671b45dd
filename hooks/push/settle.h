// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/ledger/ledger.h"
#include "hooks/push/server.h"
#include "hooks/window/replay.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// Brings the ledger up to what really happened (S5): open rows of all refs,
/// and what moved without a push on those named.  REQUIRES: a transaction.
/// What cannot be found out, for objects are gone, closes windows and never
/// opens one.
void Settle(Ledger& ledger, const Server& server, const PushPolicy& policy,
            const std::vector<std::string>& refs);

/// What post-receive says: these refs of this push have moved (S6).
/// REQUIRES: a transaction.
void Confirm(Ledger& ledger, const Server& server, const PushPolicy& policy,
             const std::string& push, const std::vector<std::string>& refs);

/// A row for each ref that is there, whose commits are final from now on;
/// `reason` says why.  REQUIRES: a transaction.
void WriteBaseline(Ledger& ledger, const Server& server);

/// The view of a ref as the ledger has it, as far back as any window reaches.
RefView ViewOf(const Ledger& ledger, const Server& server,
               const std::string& ref, Micros within);

}  // namespace commitgate
