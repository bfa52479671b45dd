// SPDX-License-Identifier: MIT
#include "validator/report/characters.h"

#include <utf8proc.h>

namespace commitgate {
namespace {

constexpr uint32_t kNonJoiner = 0x200C;
constexpr uint32_t kJoiner = 0x200D;
constexpr uint32_t kTextPresentation = 0xFE0E;
constexpr uint32_t kEmojiPresentation = 0xFE0F;

bool IsAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

bool IsUnsafe(uint32_t code_point) {
  if (code_point == kTextPresentation || code_point == kEmojiPresentation)
    return false;
  const utf8proc_property_t* property =
      utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
  switch (property->category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return true;
    default:
      return property->ignorable;
  }
}

/// Emoji and several scripts are joined; anything else is only split in two.
bool JoinsNeighbours(std::string_view text, size_t offset,
                     const Character& character) {
  if (character.code_point != kJoiner && character.code_point != kNonJoiner)
    return false;
  const size_t end = offset + character.bytes;
  return offset > 0 && end < text.size() && !IsAscii(text[offset - 1]) &&
         !IsAscii(text[end]);
}

}  // namespace

Character CharacterAt(std::string_view text, size_t offset) {
  utf8proc_int32_t code_point = 0;
  const utf8proc_ssize_t bytes = utf8proc_iterate(
      reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset),
      static_cast<utf8proc_ssize_t>(text.size() - offset), &code_point);
  if (bytes < 1)
    return {};
  Character character{static_cast<size_t>(bytes),
                      static_cast<uint32_t>(code_point)};
  character.unsafe = IsUnsafe(*character.code_point) &&
                     !JoinsNeighbours(text, offset, character);
  return character;
}

size_t PrintableRun(std::string_view text, size_t offset) {
  size_t end = offset;
  while (end < text.size() && text[end] >= ' ' && text[end] <= '~')
    ++end;
  return end - offset;
}

}  // namespace commitgate
