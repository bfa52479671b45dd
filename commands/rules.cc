// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "commands/print_from_policy.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

std::string ListRules(const Policy& policy) {
  constexpr std::string_view kRow = "{:<26}{:<9}{}\n";
  std::string text;
  for (const RulePolicy& row : policy.rules)
    text += fmt::format(kRow, row.rule->id, Word(row.level), row.rule->summary);
  for (const PatternRule& row : policy.patterns)
    text += fmt::format(kRow, Printable(row.id), Word(row.level),
                        Printable(row.message));
  return text;
}

}  // namespace

ExitStatus RunRules(const Invocation& invocation) {
  return PrintFromPolicy(
      invocation, "commitgate rules",
      "Lists the rules, with their levels in the policy in force.", ListRules);
}

}  // namespace commitgate
