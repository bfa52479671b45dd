// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "validator/engine/finding.h"

namespace commitgate {

/// What was judged so far.
struct Summary {
  size_t commits = 0;
  size_t rejected = 0;
  /// Accepted, with warnings.
  size_t warned = 0;
  /// Could not be judged.
  size_t errors = 0;

  void Add(const Verdict& verdict);
};

}  // namespace commitgate
