// SPDX-License-Identifier: MIT
#include "validator/message/printable.h"

#include <fmt/core.h>

#include <algorithm>

#include "validator/message/hazard.h"

namespace commitgate {
namespace {

std::string Escape(const Character& character, char first_byte) {
  switch (first_byte) {
    case '\n':
      return "\\n";
    case '\r':
      return "\\r";
    case '\t':
      return "\\t";
    default:
      break;
  }
  const bool is_ascii = character.code_point.value_or(0xFF) < 0x80;
  if (is_ascii || !character.code_point)
    return fmt::format("\\x{:02x}", static_cast<unsigned char>(first_byte));
  return fmt::format("<U+{:04X}>", *character.code_point);
}

}  // namespace

std::string Printable(std::string_view text) {
  return Printable(text, text.size());
}

std::string Printable(std::string_view text, size_t limit) {
  std::string line;
  line.reserve(std::min(text.size(), limit));
  for (size_t offset = 0; offset < text.size();) {
    if (limit == 0)
      return line + "...";
    if (const size_t run = std::min(PrintableRun(text, offset), limit)) {
      line += text.substr(offset, run);
      offset += run;
      limit -= run;
      continue;
    }
    const Character character = CharacterAt(text, offset);
    if (HazardOf(character, text, offset) == Hazard::kNone)
      line += text.substr(offset, character.bytes);
    else
      line += Escape(character, text[offset]);
    offset += character.bytes;
    --limit;
  }
  return line;
}

}  // namespace commitgate
