// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "commands/land_check.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// What the policy asks of a push to `ref` that only the server looks at;
/// nothing where it asks no such thing.  `ref_policy` is that of `ref`.
std::optional<LandCheck> TellUnasked(const RefPolicy& ref_policy,
                                     std::string_view ref);

}  // namespace commitgate
