// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

inline constexpr std::string_view kByteOrderMarkText = "\uFEFF";

/// `text` behind the byte order mark that some editors put before it unseen.
constexpr std::string_view WithoutByteOrderMark(std::string_view text) {
  if (text.starts_with(kByteOrderMarkText))
    text.remove_prefix(kByteOrderMarkText.size());
  return text;
}

}  // namespace commitgate
