// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace commitgate {

/// A character of a text in UTF-8.
struct Character {
  /// One byte where it is not UTF-8.
  size_t bytes = 1;
  /// Nothing where it is not UTF-8: overlong, a surrogate, cut off.
  std::optional<uint32_t> code_point;
};

/// REQUIRES: `offset` is less than the size of `text`.
Character CharacterAt(std::string_view text, size_t offset);

/// How many bytes from `offset` on are printable ASCII: the fast way through
/// most texts.
size_t PrintableRun(std::string_view text, size_t offset);

}  // namespace commitgate
