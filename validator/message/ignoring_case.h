// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string_view>

namespace commitgate {

/// Orders texts without regard to the case of ASCII letters, so that sets and
/// maps take two spellings of a mail address for one.
struct LessIgnoringCase {
  static constexpr char LowerCase(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }

  bool operator()(std::string_view a, std::string_view b) const {
    return std::ranges::lexicographical_compare(a, b, {}, LowerCase, LowerCase);
  }
};

}  // namespace commitgate
