// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/engine/policy.h"

namespace commitgate {

/// The rules at `least` or above that are skipped where `need` is not met, for
/// people: `'a', 'b'`, in the order of the policy.  Empty: there are none.
std::string RulesThatNeed(const Policy& policy, Need need, Level least);

}  // namespace commitgate
