// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/push/candidate.h"
#include "hooks/push/deadline.h"
#include "hooks/push/gates.h"
#include "hooks/push/ref_snapshot.h"

namespace commitgate {

/// Does a release line take only what it may: `only-from` and `backport-of`,
/// for all that the push adds to the ref, known elsewhere or not; and releases
/// of its own only.  What it takes from is as it is before the push.  REQUIRES:
/// the refs gate has nothing against the candidate.  Throws Error.
void PassReleaseLine(Candidate& candidate, const GateInput& input,
                     RefSnapshot& refs, Deadline& deadline);

}  // namespace commitgate
