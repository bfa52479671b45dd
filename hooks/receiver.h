// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "hooks/proc.h"

namespace commitgate {

// A push is told from others by the receive-pack that takes it, the one process
// that all its hooks share.

/// The nearest ancestor called `git` or `git-receive-pack` that runs
/// receive-pack.  Nothing where it was killed, where a daemon runs the hook,
/// and where it may not be seen.
std::optional<Process> FindReceivePack();

/// Boot, process id and start time of the receive-pack, as `boot:pid:start`.
/// Where none is found, of this process: a daemon takes many pushes.  Throws
/// Error where there is no /proc.
std::string FindReceiver();

/// Whether a process that FindReceiver named is still there.  What cannot be
/// told apart from it counts as alive.
bool IsAlive(const std::string& receiver);

}  // namespace commitgate
