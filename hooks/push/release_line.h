// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "hooks/push/candidate.h"
#include "hooks/push/deadline.h"
#include "hooks/push/gates.h"
#include "hooks/push/ref_snapshot.h"

namespace commitgate {

/// Does a release line take only what it may: `only-from` and `backport-of`,
/// for all that the push adds to the ref, known elsewhere or not; and releases
/// of its own only.  `all` is the whole push, which may create the branch that
/// another takes from.  REQUIRES: the refs gate has nothing against the
/// candidate, which is one of `all`.  Throws Error.
void PassReleaseLine(Candidate& candidate, const std::vector<Candidate>& all,
                     const GateInput& input, RefSnapshot& refs,
                     Deadline& deadline);

}  // namespace commitgate
