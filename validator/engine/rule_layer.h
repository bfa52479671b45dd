// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "validator/engine/policy.h"
#include "validator/engine/policy_file.h"

namespace commitgate {

/// What the table `[rules]` of `file` changes in the policy that it extends.
void ApplyRules(const PolicyFile& file, Policy& policy);

/// The same for `[exemptions]`.
void ApplyExemptions(const PolicyFile& file, Policy& policy);

/// Views into the catalog.
std::vector<std::string_view> RuleIds(const Policy& policy);

}  // namespace commitgate
