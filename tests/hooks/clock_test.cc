// SPDX-License-Identifier: MIT
#include "hooks/clock.h"

#include <gtest/gtest.h>

#include <chrono>

#include "hooks/proc.h"

namespace commitgate::testing {
namespace {

Micros SystemNow() {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

TEST(Clock, SaysWhatTheMachineSays) {
  const Micros before = SystemNow();
  const Clock clock = ReadClock();
  EXPECT_GE(clock.wall, before);
  EXPECT_LE(clock.wall, SystemNow());
  EXPECT_EQ(clock.boot, ReadBoot());
}

TEST(Clock, HasAnUptimeThatOnlyGrows) {
  const Clock first = ReadClock();
  const Clock second = ReadClock();
  EXPECT_GT(first.uptime, 0);
  EXPECT_LE(first.uptime, second.uptime);
  EXPECT_LT(second.uptime - first.uptime, 3600 * kSecond);
}

}  // namespace
}  // namespace commitgate::testing
