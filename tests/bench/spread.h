// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

namespace commitgate::bench {

/// What is left of several measurements of the same thing.
struct Spread {
  double median = 0;
  double least = 0;
  double most = 0;
};

/// REQUIRES: there are some.
Spread SpreadOf(std::vector<double> values);

}  // namespace commitgate::bench
