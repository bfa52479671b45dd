// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>

#include "commands/arguments.h"
#include "commands/command.h"
#include "commands/output.h"
#include "commands/place.h"
#include "validator/engine/load_policy.h"

namespace commitgate {

ExitStatus RunPolicy(const Invocation& invocation) {
  CLI::App app{
      "Prints the policy in force, each value with where it comes from.",
      "commitgate policy"};
  Place place;
  place.AddOptions(app);
  if (const auto status = ParseArguments(app, invocation.arguments))
    return *status;
  place.Enter(invocation.environment);
  Output output;
  output.Write(PrintPolicy(FindPolicy(place, invocation.environment)));
  output.Flush();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
