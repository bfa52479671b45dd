// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/push/branch_projects.h"
#include "hooks/push/candidate.h"
#include "hooks/push/gates.h"
#include "hooks/push/ref_snapshot.h"

namespace commitgate {

/// May this pusher push to this ref at all, and does the push know what is
/// there?  Adds one refusal at most: the others would be about something else
/// than what was meant.
void PassRefsGate(Candidate& candidate, const GateInput& input,
                  RefSnapshot& refs, BranchProjects& projects);

}  // namespace commitgate
