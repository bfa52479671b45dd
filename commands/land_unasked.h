// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "commands/land_check.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// What the policy asks of a push to a ref that only the server looks at;
/// nothing where it asks no such thing.
std::optional<LandCheck> TellUnasked(const RefPolicy& ref_policy);

}  // namespace commitgate
