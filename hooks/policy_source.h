// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/engine/policy.h"
#include "validator/git/config.h"
#include "validator/git/repository.h"

namespace commitgate {

/// A policy, and what there is to say about where it came from.
struct FoundPolicy {
  Policy policy;
  /// A line for the pusher, or empty.
  std::string note;
};

/// The policy that a repository is served by: what git config commitgate.policy
/// of ReadServerConfig names, a preset, a path (in the repository's own folder
/// unless absolute) or `<ref>:<path>` as it is before the push; else the preset
/// `nodejs`, also while the ref or the file on it does not exist yet, which is
/// noted.  Never a file of a work tree.  Throws Error.
FoundPolicy FindServerPolicy(const GitConfig& config,
                             const Repository& repository);

/// The preset or file `name`; Error where there is none.
Policy LoadPolicyFile(const std::string& path);
Policy LoadPolicyPreset(std::string_view name);
bool IsPreset(std::string_view name);

}  // namespace commitgate
