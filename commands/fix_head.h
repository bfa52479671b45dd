// SPDX-License-Identifier: MIT
#pragma once

#include "commands/fix_options.h"

namespace commitgate {

/// Repairs the message of HEAD, and tells how it is called now.  Throws Error:
/// a rebase is under way and `options.in_rebase` does not allow for it, or as
/// HeadCommit.
ExitStatus FixHead(const FixOptions& options);

}  // namespace commitgate
