// SPDX-License-Identifier: MIT
#include "tests/validator/repair/repairing.h"

#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "validator/engine/load_policy.h"
#include "validator/repair/repair.h"

namespace commitgate::testing {
namespace {

const Policy& Preset() {
  static const Policy kPolicy =
      LoadPreset("nodejs", {Catalog(), Presets(), {}});
  return kPolicy;
}

std::string Names(const Repaired& repaired) {
  std::string names;
  for (const RepairStep* const step : repaired.steps)
    names.append(names.empty() ? "" : " ").append(step->name);
  return names;
}

}  // namespace

std::string Repair(std::string_view message, Stage stage) {
  const Commit commit = MakeCommit("id", message);
  const Repaired repaired = RepairMessage(commit, Preset(), stage);
  return Names(repaired) + "\n" + repaired.text;
}

void ExpectRepairs(std::span<const RepairCase> cases) {
  for (const RepairCase& row : cases) {
    SCOPED_TRACE(row.what);
    const std::string_view text =
        row.steps.empty() ? row.message : row.repaired;
    const std::string end = text.ends_with('\n') ? "" : "\n";
    EXPECT_EQ(Repair(row.message),
              std::string(row.steps) + "\n" + std::string(text) + end);
    EXPECT_EQ(Repair(text), "\n" + std::string(text) + end);
  }
}

}  // namespace commitgate::testing
