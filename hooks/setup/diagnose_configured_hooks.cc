// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "hooks/setup/diagnosis.h"
#include "hooks/setup/hook_set.h"

namespace commitgate {
namespace {

bool IsOfOurs(std::string_view name) {
  return std::ranges::count(ServerHookNames(), name) > 0 ||
         std::ranges::count(CloneHookNames(), name) > 0;
}

/// `hook.<name>.enabled = false` switches hooks off.
void LookForDisabled(const Patient& patient, std::string_view name,
                     std::vector<Diagnosis>& all) {
  const std::string key = fmt::format("hook.{}.enabled", name);
  if (patient.config.GetBool(key) == false)
    all.push_back({Health::kProblem,
                   fmt::format("{} is false: git from 2.54 on passes over the "
                               "hook",
                               key),
                   fmt::format("git config --unset-all {}", key)});
}

}  // namespace

std::vector<Diagnosis> DiagnoseConfiguredHooks(const Patient& patient) {
  std::vector<Diagnosis> all;
  for (const auto names : {ServerHookNames(), CloneHookNames()})
    for (const std::string_view name : names)
      LookForDisabled(patient, name, all);
  for (const std::string& event :
       patient.local.NamesInForce("^hook\\..*\\.event$"))
    if (const auto name = patient.config.Get(event); name && IsOfOurs(*name))
      all.push_back({Health::kNote,
                     fmt::format("git from 2.54 on runs another {} hook too "
                                 "({})",
                                 *name, event)});
  return all;
}

}  // namespace commitgate
