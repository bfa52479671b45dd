// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "commands/command.h"
#include "validator/engine/policy.h"

namespace commitgate {

/// Runs a command that prints what `print` makes of the policy in force, and
/// takes no arguments but where to look for that.
ExitStatus PrintFromPolicy(const Invocation& invocation,
                           const std::string& name, const std::string& about,
                           std::string (*print)(const Policy&));

}  // namespace commitgate
