// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <CLI/CLI.hpp>

#include "commands/arguments.h"
#include "commands/command.h"
#include "commands/output.h"
#include "commands/place.h"
#include "validator/report/escape.h"

namespace commitgate {
namespace {

std::string_view Name(Level level) {
  switch (level) {
    case Level::kOff:
      return "off";
    case Level::kWarning:
      return "warning";
    case Level::kError:
      break;
  }
  return "error";
}

}  // namespace

ExitStatus RunRules(const Invocation& invocation) {
  CLI::App app{"Lists the rules, with their levels in the policy in force.",
               "commitgate rules"};
  Place place;
  place.AddOptions(app);
  if (const auto status = ParseArguments(app, invocation.arguments))
    return *status;
  place.Enter(invocation.environment);
  const Policy policy = FindPolicy(place, invocation.environment);

  std::string text;
  for (const RulePolicy& row : policy.rules)
    text += fmt::format("{:<26}{:<9}{}\n", row.rule->id, Name(row.level),
                        row.rule->summary);
  for (const PatternRule& row : policy.patterns)
    text += fmt::format("{:<26}{:<9}{}\n", Printable(row.id), Name(row.level),
                        Printable(row.message));
  Output output;
  output.Write(text);
  output.Flush();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
