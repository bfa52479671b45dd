// SPDX-License-Identifier: MIT
#include "hooks/clock.h"

#include <time.h>

#include "hooks/proc.h"
#include "validator/error.h"

namespace commitgate {
namespace {

Micros Read(clockid_t id) {
  timespec now{};
  if (clock_gettime(id, &now) != 0)
    throw Error("reading the clock: the machine does not say");
  return now.tv_sec * kSecond + now.tv_nsec / 1000;
}

}  // namespace

Micros ReadUptime() {
  return Read(CLOCK_BOOTTIME);
}

Clock ReadClock() {
  return {
      .wall = Read(CLOCK_REALTIME), .uptime = ReadUptime(), .boot = ReadBoot()};
}

}  // namespace commitgate
