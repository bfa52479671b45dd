// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "validator/error.h"

namespace commitgate {

/// What one question may cost: paths and the patterns of owners come from
/// people, and a million paths with ten thousand patterns would never end.
class MatchingEffort {
 public:
  /// About a second.  Ten thousand paths and some thousand plain patterns are
  /// within it.
  static constexpr size_t kMost = 500'000'000;

  explicit MatchingEffort(size_t steps = kMost) : steps_left_(steps) {}

  /// Throws Error: that is too much.
  void Spend(size_t steps) {
    if (steps > steps_left_)
      throw Error("finding owners: there is too much to compare");
    steps_left_ -= steps;
  }

 private:
  size_t steps_left_;
};

}  // namespace commitgate
