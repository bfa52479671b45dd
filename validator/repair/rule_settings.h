// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "validator/engine/policy.h"

namespace commitgate {

/// The rule with this id; null where the policy does not know it, or has it
/// off.
const RulePolicy* FindRule(const Policy& policy, std::string_view id);

}  // namespace commitgate
