// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// As text.starts_with(start), for where most texts differ in the first
/// character: for those it is no call.
inline bool StartsWith(std::string_view text, std::string_view start) {
  return start.empty() ||
         (text.starts_with(start.front()) && text.starts_with(start));
}

}  // namespace commitgate
