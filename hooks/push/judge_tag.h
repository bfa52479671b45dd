// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/push/branch_search.h"
#include "hooks/push/deciding.h"

namespace commitgate {

/// Decides on a tag (S12): it is made of something that a policed branch has,
/// or gets by an update of the same push that was accepted, and stays.
/// REQUIRES: as JudgeMove.
void JudgeTag(const Deciding& deciding, const Candidate& candidate,
              BranchSearch& branches, RefVerdict& verdict);

}  // namespace commitgate
