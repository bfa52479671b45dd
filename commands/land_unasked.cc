// SPDX-License-Identifier: MIT
#include "commands/land_unasked.h"

#include <string>

#include "hooks/push/release_version.h"

namespace commitgate {

std::optional<LandCheck> TellUnasked(const RefPolicy& ref_policy,
                                     std::string_view ref) {
  std::string keys;
  const auto add = [&](bool is_asked, std::string_view key) {
    if (!is_asked)
      return;
    keys += keys.empty() ? "" : ", ";
    keys += key;
  };
  add(ref_policy.pushers.has_value(), "pushers");
  add(ref_policy.only_from.has_value(), "only-from");
  add(ref_policy.backport_of.has_value(), "backport-of");
  const bool is_release_line = ref_policy.only_from || ref_policy.backport_of;
  add(is_release_line && LineOf(ref_policy.match, ref),
      "the versions of releases");
  if (keys.empty())
    return std::nullopt;
  return LandCheck{LandCheck::Answer::kUnknown, "server",
                   "only a push asks for " + keys};
}

}  // namespace commitgate
