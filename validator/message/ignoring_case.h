// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string_view>

#include "validator/message/ascii.h"

namespace commitgate {

/// Orders texts without regard to the case of ASCII letters, so that sets and
/// maps take two spellings of a mail address for one.
struct LessIgnoringCase {
  bool operator()(std::string_view a, std::string_view b) const {
    return std::ranges::lexicographical_compare(a, b, {}, ToLower, ToLower);
  }
};

}  // namespace commitgate
