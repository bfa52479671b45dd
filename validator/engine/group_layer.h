// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "validator/engine/policy_file.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// The table `[groups]` of `file`: a group replaces the one with its name.
void ApplyGroups(const PolicyFile& file, PushPolicy& policy);

/// A list of names and `@groups`, which may come from other files.
std::vector<std::string> ReadPushers(const PolicyFile& file,
                                     const TomlEntry& entry);

/// Refuses an `@group` of such a list that there is not.
/// REQUIRES: the groups of all files are in `policy`.
void CheckGroups(const PolicyFile& file, const TomlEntry& entry,
                 const PushPolicy& policy);

}  // namespace commitgate
