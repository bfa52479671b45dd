// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "commands/command.h"

namespace CLI {
class App;
}

namespace commitgate {

/// Parses `arguments` with `app`.  Where they ask for help, prints it and
/// returns how to end; throws Error where they are wrong.
std::optional<ExitStatus> ParseArguments(CLI::App& app,
                                         std::vector<std::string> arguments);

}  // namespace commitgate
