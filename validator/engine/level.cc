// SPDX-License-Identifier: MIT
#include "validator/engine/level.h"

#include <algorithm>
#include <iterator>

namespace commitgate {

std::optional<Level> ParseLevel(std::string_view word) {
  const auto found = std::ranges::find(kLevelWords, word);
  if (found == std::end(kLevelWords))
    return std::nullopt;
  return static_cast<Level>(found - std::begin(kLevelWords));
}

}  // namespace commitgate
