// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/ledger/ledger.h"
#include "hooks/push/moment.h"
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

/// The same at a moment that was read before in the same transaction.
void Settle(Ledger& ledger, const Server& server, const PushPolicy& policy,
            const std::vector<std::string>& refs, const Moment& moment);

/// What post-receive says: these refs of this push have moved (S6).
/// REQUIRES: a transaction.
void Confirm(Ledger& ledger, const Server& server, const PushPolicy& policy,
             const std::string& push, const std::vector<std::string>& refs);

/// A row for each ref that is there, whose commits are final from now on.
/// REQUIRES: a transaction.
void WriteBaseline(Ledger& ledger, const Server& server);

/// The clock was wrong: a row for each ref says so, which closes every window,
/// and time starts again as the wall clock has it.  REQUIRES: a transaction.
void RestartClock(Ledger& ledger, const Server& server,
                  const std::string& reason);

/// The view of a ref as the ledger has it, as far back as any window reaches.
/// Of a new branch, commits that no other ref has get marks of their own.
RefView ViewOf(const Ledger& ledger, const Server& server,
               const std::string& ref, Micros within);

/// The same, for those who ask RefView::MarkOf; as far back as a window of
/// `at_least` would reach, too.
RefView ReplayRecent(const Ledger& ledger, const Server& server,
                     const std::string& ref, Micros within,
                     Micros at_least = 0);

/// What the ledger remembers of a ref.
Recall RecallOf(const Ledger& ledger, const std::string& ref);

}  // namespace commitgate
