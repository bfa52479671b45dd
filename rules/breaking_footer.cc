// SPDX-License-Identifier: MIT
#include "rules/breaking_footer.h"

#include "validator/message/text.h"

namespace commitgate {

std::optional<BreakingFooter> ParseBreakingFooter(std::string_view line) {
  constexpr std::string_view kFirst = "BREAKING";
  constexpr std::string_view kJoints = " -_";
  const std::string_view key = line.substr(0, line.find(':'));
  if (key.size() == line.size() || key.size() <= kFirst.size() ||
      kJoints.find(key[kFirst.size()]) == kJoints.npos)
    return std::nullopt;
  const std::string_view second = key.substr(kFirst.size() + 1);
  if (!EqualsIgnoringCase(key.substr(0, kFirst.size()), kFirst) ||
      !(EqualsIgnoringCase(second, "CHANGE") ||
        EqualsIgnoringCase(second, "CHANGES")))
    return std::nullopt;
  return BreakingFooter{key, Trim(line.substr(key.size() + 1))};
}

}  // namespace commitgate
