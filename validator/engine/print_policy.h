// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/engine/policy.h"

namespace commitgate {

/// The policy as TOML that LoadPolicy reads back, each value with the place it
/// comes from in a comment.
std::string PrintPolicy(const Policy& policy);

}  // namespace commitgate
