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

struct RandomSequence {
  std::vector<nlohmann::json> events;
  /// What RunEvent has answered to each, everything being settled before each
  /// decision.
  std::vector<nlohmann::json> answers;
};

/// A random sequence of pushes, the same for the same seed.  The old value "@"
/// stands for what the ref is then.
RandomSequence MakeSequence(uint64_t seed, const Chances& chances);

}  // namespace commitgate::testing
