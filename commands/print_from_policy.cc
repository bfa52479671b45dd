// SPDX-License-Identifier: MIT
#include "commands/print_from_policy.h"

#include <CLI/CLI.hpp>

#include "commands/arguments.h"
#include "commands/output.h"
#include "commands/place.h"

namespace commitgate {

ExitStatus PrintFromPolicy(const Invocation& invocation,
                           const std::string& name, const std::string& about,
                           std::string (*print)(const Policy&)) {
  CLI::App app{about, name};
  Place place;
  place.AddOptions(app);
  if (const auto status = ParseArguments(app, invocation.arguments))
    return *status;
  place.Enter(invocation.environment);
  Output output;
  output.Write(print(FindPolicy(place, invocation.environment)));
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
