// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/engine/push_policy.h"

namespace commitgate {

/// What the machine's clocks say at one moment, in microseconds.
struct Clock {
  /// Since 1970, in UTC; may be set back and forth.
  Micros wall = 0;
  /// Since the machine was started, with the time that it slept.
  Micros uptime = 0;
  /// Which start of the machine that was.
  std::string boot;

  bool operator==(const Clock&) const = default;
};

/// Throws Error where the machine does not say.
Clock ReadClock();
/// Clock::uptime alone.
Micros ReadUptime();

}  // namespace commitgate
