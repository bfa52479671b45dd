// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>

#include "validator/engine/policy_file.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// Puts the tables `[[refs]]` of `file` before those of the policy that it
/// extends.  `presets` are the names that `rules` may have.
void ApplyRefs(const PolicyFile& file,
               std::span<const std::string_view> presets, PushPolicy& policy);

/// Refuses what these tables name and no file defines: groups, and patterns of
/// other tables.
/// REQUIRES: all files are in `policy`.
void CheckRefs(const PolicyFile& file, const PushPolicy& policy);

}  // namespace commitgate
