// SPDX-License-Identifier: MIT
#pragma once

#include "validator/engine/policy.h"
#include "validator/engine/policy_file.h"

namespace commitgate {

/// What the tables `[[patterns]]` of `file` change in the policy that it
/// extends: a pattern replaces the one with its id.
void ApplyPatterns(const PolicyFile& file, Policy& policy);

/// Adds `[[exempt]]`.
/// REQUIRES: the patterns of `file` are in `policy`.
void ApplyExempt(const PolicyFile& file, Policy& policy);

}  // namespace commitgate
