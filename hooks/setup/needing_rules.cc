// SPDX-License-Identifier: MIT
#include "hooks/setup/needing_rules.h"

#include <fmt/core.h>

namespace commitgate {

std::string RulesThatNeed(const Policy& policy, Need need, Level least) {
  std::string names;
  for (const RulePolicy& rule : policy.rules)
    if (rule.level >= least && Has(rule.rule->needs, need))
      names += fmt::format("{}'{}'", names.empty() ? "" : ", ", rule.rule->id);
  return names;
}

}  // namespace commitgate
