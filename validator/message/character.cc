// SPDX-License-Identifier: MIT
#include "validator/message/character.h"

#include <utf8proc.h>

#include <cstring>

namespace commitgate {
namespace {

/// Whether eight bytes are printable ASCII for sure.
bool ArePrintable(const char* eight) {
  constexpr uint64_t kOnes = 0x0101010101010101;
  uint64_t bytes;
  std::memcpy(&bytes, eight, sizeof bytes);
  // Sets the high bit of a byte beyond ASCII, below the space, or DEL.
  const uint64_t odd = bytes | (bytes - kOnes * ' ') | (bytes + kOnes);
  return (odd & kOnes * 0x80) == 0;
}

}  // namespace

Character CharacterAt(std::string_view text, size_t offset) {
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t bytes = utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset),
      static_cast<utf8proc_ssize_t>(text.size() - offset), &code_point);
  if (bytes < 1)
    return {};
  return {static_cast<size_t>(bytes), static_cast<uint32_t>(code_point)};
}

size_t PrintableRun(std::string_view text, size_t offset) {
  size_t end = offset;
  while (text.size() - end >= 8 && ArePrintable(text.data() + end))
    end += 8;
  // Fewer than eight are looked at with those before them.
  const size_t left = text.size() - end;
  if (left > 0 && left < 8 && text.size() >= 8 &&
      ArePrintable(text.data() + text.size() - 8))
    return text.size() - offset;
  while (end < text.size() && text[end] >= ' ' && text[end] <= '~')
    ++end;
  return end - offset;
}

}  // namespace commitgate
