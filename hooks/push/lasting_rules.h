// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/push/candidate.h"
#include "hooks/push/served.h"

namespace commitgate {

/// Refuses what would leave the server without its policy, or a branch without
/// its roster or owners: one that cannot be read would refuse everything, its
/// repair too.  Throws Error.
void KeepRulesReadable(Candidate& candidate, const Served& served);

}  // namespace commitgate
