// SPDX-License-Identifier: MIT
#include "hooks/push/moment.h"

#include <algorithm>

namespace commitgate {
namespace {

/// Clocks are set right by less than this all the time.
constexpr Micros kTolerance = 2 * kSecond;

}  // namespace

Clock Moment::Effective() const {
  Clock effective = clock;
  effective.wall = received;
  return effective;
}

Moment ReadMoment(const Ledger& ledger, const Server& server) {
  Moment moment;
  moment.clock = server.Now();
  const Micros wall = moment.clock.wall;
  const Micros newest = ledger.NewestReceived().value_or(wall);
  moment.received = std::max(wall, newest);
  moment.clock_went_back = newest - wall > kTolerance;
  return moment;
}

void Stamp(Row& row, const Moment& moment) {
  row.received = moment.received;
  row.clock = std::min(moment.clock.wall, moment.received);
  row.uptime = moment.clock.uptime;
  row.boot = moment.clock.boot;
}

}  // namespace commitgate
