// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "hooks/push/deciding.h"

namespace commitgate {

/// Decides on a tag (S12): it is made of something that a policed branch has,
/// or gets by an update of the same push that was accepted, and stays.
/// `decided` are the verdicts on the request's candidates, those on branches
/// already found.  REQUIRES: as JudgeMove.
void JudgeTag(const Deciding& deciding, const Candidate& candidate,
              const std::vector<RefVerdict>& decided, RefVerdict& verdict);

}  // namespace commitgate
