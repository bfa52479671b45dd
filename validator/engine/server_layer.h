// SPDX-License-Identifier: MIT
#pragma once

#include "validator/engine/policy_file.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// What `[limits]`, `[identity]`, `[ledger]` and `[output]` of `file` change in
/// the policy that it extends.
void ApplyServer(const PolicyFile& file, PushPolicy& policy);

/// Refuses groups that these tables name and no file defines.
/// REQUIRES: the groups of all files are in `policy`.
void CheckServer(const PolicyFile& file, const PushPolicy& policy);

}  // namespace commitgate
