// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/push/candidate.h"
#include "hooks/push/served.h"

namespace commitgate {

/// Refuses what would leave the server without its policy, or without its
/// roster, mailmap or owners: one that cannot be read would refuse everything,
/// its repair too, and one that is gone nothing.  Throws Error.
void KeepRulesReadable(Candidate& candidate, const Served& served);

}  // namespace commitgate
