// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>
#include <algorithm>

#include "commands/arguments.h"
#include "commands/command.h"
#include "commands/output.h"
#include "commands/place.h"
#include "validator/report/escape.h"

namespace commitgate {

ExitStatus RunSubsystems(const Invocation& invocation) {
  CLI::App app{"Lists the subsystems that titles may name.",
               "commitgate subsystems"};
  Place place;
  place.AddOptions(app);
  if (const auto status = ParseArguments(app, invocation.arguments))
    return *status;
  place.Enter(invocation.environment);
  const Policy policy = FindPolicy(place, invocation.environment);

  std::string text;
  const auto row = std::ranges::find(policy.rules, "subsystem",
                                     [](const auto& r) { return r.rule->id; });
  for (const std::string& name : row->settings.List("allow"))
    text += Printable(name) + "\n";
  if (const Pattern* pattern = row->settings.Find("allow-pattern"))
    text += "/" + Printable(pattern->source()) + "/\n";
  Output output;
  output.Write(text);
  output.Flush();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
