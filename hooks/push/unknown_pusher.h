// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hooks/push/candidate.h"
#include "hooks/push/commit_judge.h"
#include "hooks/push/gates.h"
#include "validator/engine/finding.h"

namespace commitgate {

/// The rules of this level that would judge if it were known who pushes, as
/// quoted ids.  They are skipped, and that must not go unseen.
std::vector<std::string> RulesWithoutPusher(const HeldTo& held_to, Level level);

/// Nothing where no such rule is an error.
std::optional<Remark> RefuseWithoutPusher(const HeldTo& held_to,
                                          const GateInput& input);

/// A line for the pusher where such rules only warn; else empty.
std::string NoteWithoutPusher(const HeldTo& held_to, const GateInput& input);

}  // namespace commitgate
