// SPDX-License-Identifier: MIT
#include "tests/bench/spread.h"

#include <algorithm>

namespace commitgate::bench {

Spread SpreadOf(std::vector<double> values) {
  std::ranges::sort(values);
  const size_t half = values.size() / 2;
  const bool is_odd = values.size() % 2 == 1;
  return {
      .median = is_odd ? values[half] : (values[half - 1] + values[half]) / 2,
      .least = values.front(),
      .most = values.back()};
}

}  // namespace commitgate::bench
