// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>

#include "hooks/push/candidate.h"
#include "hooks/push/gates.h"

namespace commitgate {

/// The time that judging a push can take.
class Deadline {
 public:
  /// REQUIRES: `input` outlives it.
  explicit Deadline(const GateInput& input) : input_(&input) {}

  /// To be asked before each commit; looks at the clock every few times.  Once
  /// passed, it stays so.
  bool HasPassed();

  /// Tells that it has, once for each candidate.
  void Refuse(Candidate& candidate) const;

 private:
  const GateInput* input_;
  size_t asked_ = 0;
  bool passed_ = false;
};

}  // namespace commitgate
