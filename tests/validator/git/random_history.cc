// SPDX-License-Identifier: MIT
#include "tests/validator/git/random_history.h"

#include <fmt/core.h>

#include <algorithm>
#include <random>

namespace commitgate::testing {

std::vector<Planned> RandomHistory(unsigned seed, int count) {
  std::mt19937 random(seed);
  const auto below = [&](int limit) {
    return static_cast<int>(random() % limit);
  };
  std::vector<Planned> commits;
  for (int i = 0; i < count; ++i) {
    Planned commit{fmt::format("c{}", i), 1'700'000'000 + below(40)};
    const int reach = std::min(i, 6);
    for (int p = reach == 0 ? 0 : below(4); p > 0; --p) {
      const std::string parent = fmt::format("c{}", i - 1 - below(reach));
      if (std::ranges::find(commit.parents, parent) == commit.parents.end())
        commit.parents.push_back(parent);
    }
    commits.push_back(std::move(commit));
  }
  return commits;
}

}  // namespace commitgate::testing
