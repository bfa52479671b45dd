// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "commands/land_check.h"
#include "commands/series.h"
#include "commands/tracked_branch.h"
#include "hooks/push/served.h"

namespace commitgate {

/// The branch of the remote is where the clone has it.
LandCheck CheckFresh(const Series& series, const TrackedBranch& branch,
                     const Repository& remote);

/// Whether what goes may be taken back now, by the ledger of the server. Throws
/// Error where that cannot be asked.
LandCheck AskWindow(const Repository& repository, const Series& series,
                    const TrackedBranch& branch, const Served& server);

/// What there is to say where no ledger can be asked: the rule, and how to ask.
/// `policy` is that of the branch; null where there is none.
LandCheck DescribeWindow(const TrackedBranch& branch, const RefPolicy* policy);

}  // namespace commitgate
