// SPDX-License-Identifier: MIT
#pragma once

#include "validator/engine/push_policy.h"
#include "validator/engine/toml_writer.h"

namespace commitgate {

/// Writes what a policy says of pushes, as LoadPolicy reads it back.  Of
/// several `[[refs]]` with the same pattern only the first, for no other holds.
void PrintPushPolicy(const PushPolicy& policy, TomlWriter& writer);

}  // namespace commitgate
