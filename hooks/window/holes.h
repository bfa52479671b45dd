// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "hooks/ledger/row.h"

namespace commitgate {

/// Places on a ref that somebody has left empty.  What the same person puts
/// there soon is as old as what was there.
struct Hole {
  std::optional<Pusher> pusher;
  /// The highest place, counted as RefView::size counts.
  int64_t top = 0;
  Mark eldest;
  /// When it was made, and for how long it lives.
  Micros received = 0;
  Micros uptime = 0;
  std::string boot;
  Micros within = 0;
};

/// The hole that a row leaves.
Hole MakeHole(const Row& row, int64_t top, const Mark& eldest_gone,
              Micros longest_life);

/// Whether what `row` lands still falls into the hole.  A wall clock that
/// jumped ahead ends nothing: the uptime must agree.
bool IsOpenTo(const Hole& hole, const Row& row);

/// What the holes that are open to `row` have, as far up as `place`.
std::vector<Mark> MarksOfHoles(const std::vector<Hole>& holes, const Row& row,
                               int64_t place);

}  // namespace commitgate
