// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace commitgate {

/// A character of a text as reports see it.
struct Character {
  /// One byte where it is not UTF-8.
  size_t bytes = 1;
  /// Nothing where it is not UTF-8.
  std::optional<uint32_t> code_point;
  /// It would steer a terminal, reorder what stands around it or hide.
  bool unsafe = true;
};

/// REQUIRES: `offset` is less than the size of `text`.
Character CharacterAt(std::string_view text, size_t offset);

/// How many bytes from `offset` on are printable ASCII: the fast way through
/// most texts.
size_t PrintableRun(std::string_view text, size_t offset);

}  // namespace commitgate
