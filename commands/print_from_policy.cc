// SPDX-License-Identifier: MIT
#include "commands/print_from_policy.h"

#include "commands/command_line.h"
#include "commands/output.h"
#include "commands/place.h"

namespace commitgate {

ExitStatus PrintFromPolicy(const Invocation& invocation,
                           const std::string& name, const std::string& about,
                           std::string (*print)(const Policy&)) {
  CommandLine line{about, name};
  Place place;
  place.AddOptions(line);
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  place.Enter(invocation.environment);
  Output output;
  output.Write(print(FindPolicy(place, invocation.environment)));
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
