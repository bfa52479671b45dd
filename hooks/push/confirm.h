// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "hooks/environment.h"
#include "hooks/push/ref_update.h"

namespace commitgate {

/// Writes into the ledger of the repository of GIT_DIR that these ref updates
/// of the push have come about: post-receive.  Doing it twice changes nothing.
/// It does not wait for the disk, but to empty the log now and then: if the
/// power fails, the rows are as pre-receive left them, intended, and the next
/// hook settles them by the refs as if there had been no post-receive.  Their
/// time is that of pre-receive either way.  Then brings the index of pull
/// requests up to date.  Throws Error where it cannot.
void ConfirmPush(const std::vector<RefUpdate>& updates,
                 const Environment& environment);

}  // namespace commitgate
