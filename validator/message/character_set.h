// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace commitgate {

/// The bytes of one kind as a table, for where every byte of every message is
/// asked for: one look each.
class CharacterSet {
 public:
  constexpr explicit CharacterSet(bool (*has)(char)) {
    for (size_t byte = 0; byte < has_.size(); ++byte)
      has_[byte] = has(static_cast<char>(byte));
  }

  constexpr bool Has(char c) const {
    return has_[static_cast<unsigned char>(c)];
  }

  /// How many bytes of `text`, from its start, are of this kind.
  constexpr size_t RunIn(std::string_view text) const {
    size_t run = 0;
    while (run < text.size() && Has(text[run]))
      ++run;
    return run;
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace commitgate
