// SPDX-License-Identifier: MIT
#include <algorithm>

#include "commands/print_from_policy.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

std::string ListSubsystems(const Policy& policy) {
  const auto id = [](const RulePolicy& row) { return row.rule->id; };
  const auto row = std::ranges::find(policy.rules, "subsystem", id);
  std::string text;
  for (const std::string& name : row->settings.List("allow"))
    text += Printable(name) + "\n";
  if (const Pattern* pattern = row->settings.Find("allow-pattern"))
    text += "/" + Printable(pattern->source()) + "/\n";
  return text;
}

}  // namespace

ExitStatus RunSubsystems(const Invocation& invocation) {
  return PrintFromPolicy(invocation, "commitgate subsystems",
                         "Lists the subsystems that titles may name.",
                         ListSubsystems);
}

}  // namespace commitgate
