// SPDX-License-Identifier: MIT
#include "hooks/window/holes.h"

#include <algorithm>

namespace commitgate {

Hole MakeHole(const Row& row, int64_t top, const Mark& eldest_gone,
              Micros longest_life) {
  return {
      .pusher = row.pusher,
      .top = top,
      .eldest = eldest_gone,
      .received = row.received,
      .uptime = row.uptime,
      .boot = row.boot,
      .within = std::min(row.within, longest_life),
  };
}

bool IsOpenTo(const Hole& hole, const Row& row) {
  if (!row.pusher || hole.pusher != row.pusher)
    return false;
  if (row.received - hole.received <= hole.within)
    return true;
  return row.boot == hole.boot && row.uptime - hole.uptime <= hole.within;
}

std::vector<Mark> MarksOfHoles(const std::vector<Hole>& holes, const Row& row,
                               int64_t place) {
  std::vector<Mark> marks;
  for (const Hole& hole : holes)
    if (place <= hole.top && IsOpenTo(hole, row))
      marks.push_back(hole.eldest);
  return marks;
}

}  // namespace commitgate
