// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "validator/engine/push_policy.h"

namespace commitgate {

/// `2026-11-22T05:04:03.000002Z`, in UTC.
std::string PrintTime(Micros time);

/// `2026-11-22 05:04:03`, in UTC too, for people.
std::string PrintTimeForPeople(Micros time);

/// A span of time that a text names: both ends belong to it.
struct TimeSpan {
  Micros first = 0;
  Micros last = 0;

  bool operator==(const TimeSpan&) const = default;
};

/// A time as in RFC 3339, `2026-11-22T05:04:03Z` or `...03.25+01:00`, as long
/// as its last digit says: a second without a fraction; or a day in UTC,
/// `2026-11-22`.  Nothing for anything else.
std::optional<TimeSpan> ParseTime(std::string_view text);

}  // namespace commitgate
