// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validator/engine/push_policy.h"

namespace commitgate {

/// 100 years of 365 days.
inline constexpr Micros kLongestDuration = Micros{36'500} * 86'400 * kSecond;

/// `<n>(s|m|h|d)`, as in `10m`; nothing for anything else, and where it would
/// be longer than kLongestDuration.
std::optional<Micros> ParseDuration(std::string_view text);

/// The shortest text that ParseDuration reads back, of whole seconds.
std::string PrintDuration(Micros duration);

/// For people, rounded down to what matters: "9 minutes 30 seconds",
/// "2 days 4 hours".
std::string DescribeDuration(Micros duration);

}  // namespace commitgate
