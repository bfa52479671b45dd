// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/ledger/ledger.h"
#include "hooks/push/server.h"
#include "hooks/window/window.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// The commits of a branch that their pushers may take back now, tags and other
/// branches considered; newest push last, parents before children.  REQUIRES:
/// the ledger is settled, and `policy` is that of the ref.
std::vector<OpenCommit> StillOpen(Ledger& ledger, const Server& server,
                                  const PushPolicy& policy,
                                  const std::string& ref,
                                  const RefPolicy& ref_policy);

}  // namespace commitgate
