// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "validator/message/ascii.h"

namespace commitgate {

/// `text` with the ASCII letters in lower case: how people and subsystems are
/// told apart.
inline std::string LowerCase(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(), ToLower);
  return lower;
}

}  // namespace commitgate
