// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "hooks/environment.h"

namespace commitgate {

/// How the process ends.
enum class ExitStatus : int {
  kAccepted = 0,
  kRejected = 1,   ///< At least one finding of level error.
  kUndecided = 2,  ///< Something could not be judged, or was used wrongly.
};

/// What a command is called with.
struct Invocation {
  /// Behind the command's name.
  std::vector<std::string> arguments;
  const Environment& environment;
};

/// A row of the table of commands.
struct Command {
  std::string_view name;
  std::string_view arguments;
  std::string_view summary;
  ExitStatus (*run)(const Invocation&);
};

// Adding a command takes three things, all checked by `make lint`: a file
// commands/<name>.cc that defines its Run function, its line here and in the
// table of commands/table.cc, and its entry in man/commitgate.1.
ExitStatus RunCheck(const Invocation&);
ExitStatus RunDoctor(const Invocation&);
ExitStatus RunExplain(const Invocation&);
ExitStatus RunFix(const Invocation&);
ExitStatus RunGrant(const Invocation&);
ExitStatus RunHelp(const Invocation&);
ExitStatus RunHook(const Invocation&);
ExitStatus RunInstall(const Invocation&);
ExitStatus RunLand(const Invocation&);
ExitStatus RunLedger(const Invocation&);
ExitStatus RunOwners(const Invocation&);
ExitStatus RunPolicy(const Invocation&);
ExitStatus RunRules(const Invocation&);
ExitStatus RunSubsystems(const Invocation&);
ExitStatus RunTrailers(const Invocation&);
ExitStatus RunUninstall(const Invocation&);
ExitStatus RunVersion(const Invocation&);
ExitStatus RunWindow(const Invocation&);

std::span<const Command> Commands();

}  // namespace commitgate
