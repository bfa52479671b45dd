// SPDX-License-Identifier: MIT
#include "validator/repair/steps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string_view>

#include "rules/catalog.h"

namespace commitgate::testing {
namespace {

bool IsRule(std::string_view id) {
  return std::ranges::any_of(Catalog(),
                             [&](const Rule* rule) { return rule->id == id; });
}

// A rule that is renamed would silently not be repaired any more.
TEST(RepairSteps, ServeRulesThatThereAre) {
  for (const RepairStep* const step : RepairSteps()) {
    EXPECT_FALSE(step->rules.empty()) << step->name;
    for (const std::string_view id : step->rules)
      EXPECT_TRUE(IsRule(id)) << step->name << " names " << id;
  }
}

TEST(RepairSteps, HaveNamesOfTheirOwn) {
  std::set<std::string_view> names;
  for (const RepairStep* const step : RepairSteps())
    EXPECT_TRUE(names.insert(step->name).second) << step->name;
}

}  // namespace
}  // namespace commitgate::testing
