// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "tests/bench/processes/row.h"
#include "tests/bench/spread.h"

namespace commitgate::bench {

/// What a command took, over all rounds.
struct Measured {
  Spread wall;
  Spread cpu;
  Spread memory;
};

/// Runs the commands one after the other, again and again, so that what the
/// machine does besides is spread over all of them; each once more before, for
/// the sake of caches.  `%round` in a word is the number of the round, from 0
/// for the one that does not count.
std::vector<Measured> Measure(const Row& row);

}  // namespace commitgate::bench
