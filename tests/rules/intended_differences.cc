// SPDX-License-Identifier: MIT
#include "tests/rules/intended_differences.h"

#include "validator/engine/pattern.h"

namespace commitgate::testing {

bool Matches(const char* pattern, std::string_view text) {
  return Pattern(pattern).Search(text).outcome == Pattern::Outcome::kMatch;
}

size_t Utf16Units(std::string_view text) {
  size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xc0) != 0x80)
      units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}

}  // namespace commitgate::testing
