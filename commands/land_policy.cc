// SPDX-License-Identifier: MIT
#include "commands/land_policy.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>

#include "rules/catalog.h"
#include "validator/git/config.h"
#include "validator/message/printable.h"

namespace commitgate {

bool IsByDefault(const Place& place, const Policy& policy) {
  if (place.policy || GitConfig::Read(".").Get("commitgate.policy"))
    return false;
  // The file of a project goes by its path.
  return std::ranges::count(Presets(), policy.name, &Preset::name) > 0;
}

std::optional<LandCheck> TellDefault(const Policy& policy,
                                     const Policy* served) {
  if (served && served->name == policy.name)
    return std::nullopt;
  const std::string other =
      served ? fmt::format("the server has '{}'", Printable(served->name))
             : "the server may have another one";
  return LandCheck{LandCheck::Answer::kDoubtful,
                   "policy",
                   fmt::format("the clone has none, '{}' is taken; {}",
                               Printable(policy.name), other),
                   {"name the one of the server with --policy"}};
}

}  // namespace commitgate
