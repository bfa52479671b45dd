// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "commands/land_check.h"
#include "commands/series.h"
#include "validator/git/repository.h"

namespace commitgate {

/// What becomes of the commits that the branch has and the series has not, so
/// that a push would take them away; nothing where there are none.  Doubtful:
/// each of them has a counterpart in the series that takes its place, as after
/// `git commit --amend` and `git rebase`.  No: some have none.
std::optional<LandCheck> CheckGone(const Repository& repository,
                                   const Series& series);

}  // namespace commitgate
