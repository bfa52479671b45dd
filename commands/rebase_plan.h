// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "commands/fix_options.h"

namespace commitgate {

/// The list of steps for `git rebase --interactive` that repairs the commits of
/// `options.plan`, with the command to run as a comment.  Changes nothing.
/// Throws Error: the range does not end at HEAD, or is no line of commits.
std::string MakeRebasePlan(const FixOptions& options,
                           const Repository& repository);

}  // namespace commitgate
