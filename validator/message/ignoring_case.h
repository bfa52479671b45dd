// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string_view>

#include "validator/message/ascii.h"

namespace commitgate {

/// Orders texts without regard to the case of ASCII letters, so that sets and
/// maps take two spellings of a mail address for one.
struct LessIgnoringCase {
  using is_transparent = void;

  bool operator()(std::string_view a, std::string_view b) const {
    const char* x = a.data();
    const char* y = b.data();
    const char* const end = x + std::min(a.size(), b.size());
    for (; x != end; ++x, ++y) {
      if (*x != *y && ToLower(*x) != ToLower(*y))
        return Number(*x) < Number(*y);
    }
    return a.size() < b.size();
  }

 private:
  /// As std::string orders its bytes.
  static unsigned char Number(char c) {
    return static_cast<unsigned char>(ToLower(c));
  }
};

}  // namespace commitgate
