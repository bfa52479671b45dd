// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <vector>

namespace commitgate::testing {

/// What may happen in a sequence.
struct Chances {
  /// Pushes that overlap, and hooks that are killed.
  bool races = true;
  /// Clock steps and restarts.
  bool clocks = true;
  /// Movements that no push explains.
  bool hands = true;
};

/// Events of a random sequence of pushes, the same for the same seed.  The old
/// value "@" stands for what the ref is then.
std::vector<nlohmann::json> MakeSequence(uint64_t seed, const Chances& chances);

}  // namespace commitgate::testing
