// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "hooks/setup/hook_set.h"
#include "validator/git/local_config.h"

namespace commitgate {

// What is configured for a server remembers itself: commitgate.installed holds
// `name=value` for each value that was not there before, and those go again.

/// Makes `value` the value of `name`, unless it is.
void Configure(const LocalConfig& config, std::string_view name,
               std::string_view value, const Tell& tell);

/// Adds `value` to those of `name`, unless it is among them.
void ConfigureAlso(const LocalConfig& config, std::string_view name,
                   std::string_view value, const Tell& tell);

/// Takes out what these have put in, as far as it is still the same.
void Unconfigure(const LocalConfig& config, const Tell& tell);

/// What commitgate.policy has to be for `name` to be found from everywhere: a
/// file is named by its absolute path.
std::string LastingPolicyName(const std::string& name);

}  // namespace commitgate
