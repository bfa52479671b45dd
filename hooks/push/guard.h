// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "hooks/environment.h"
#include "hooks/hook.h"
#include "hooks/push/ref_update.h"

namespace commitgate {

/// How a hook looks at a push.
struct GuardOptions {
  /// force-push-window does not.
  bool judges_messages = true;
  /// update is called for each ref, without push options and certificate.
  bool one_by_one = false;
};

/// Passes a push to the repository of GIT_DIR through the gates of refs, of
/// messages and of the window, and writes the outcome into the ledger before it
/// answers.  Throws Error where it cannot decide.
HookAnswer GuardPush(std::vector<RefUpdate> updates,
                     const GuardOptions& options,
                     const Environment& environment);

}  // namespace commitgate
