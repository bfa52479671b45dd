// SPDX-License-Identifier: MIT
#include "validator/repair/rule_settings.h"

namespace commitgate {

const RulePolicy* FindRule(const Policy& policy, std::string_view id) {
  for (const RulePolicy& row : policy.rules)
    if (row.rule->id == id)
      return row.level == Level::kOff ? nullptr : &row;
  return nullptr;
}

}  // namespace commitgate
