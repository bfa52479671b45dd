// SPDX-License-Identifier: MIT
#include "validator/message/hazard.h"

#include <utf8proc.h>

namespace commitgate {
namespace {

constexpr uint32_t kNonJoiner = 0x200C;
constexpr uint32_t kJoiner = 0x200D;
constexpr uint32_t kTextPresentation = 0xFE0E;
constexpr uint32_t kEmojiPresentation = 0xFE0F;

bool IsJoiner(uint32_t code_point) {
  return code_point == kNonJoiner || code_point == kJoiner;
}

bool IsPresentation(uint32_t code_point) {
  return code_point == kTextPresentation || code_point == kEmojiPresentation;
}

/// Unicode's Bidi_Control.
bool ChangesDirection(uint32_t code_point) {
  return code_point == 0x061C || code_point == 0x200E || code_point == 0x200F ||
         (code_point >= 0x202A && code_point <= 0x202E) ||
         (code_point >= 0x2066 && code_point <= 0x2069);
}

/// Code points kept for invisible characters to come, of which utf8proc knows
/// nothing.
bool IsReservedAsIgnorable(uint32_t code_point) {
  return code_point == 0x2065 ||
         (code_point >= 0xFFF0 && code_point <= 0xFFF8) ||
         (code_point >= 0xE0000 && code_point <= 0xE0FFF);
}

/// Wherever the character stands.
Hazard HazardAlone(uint32_t code_point) {
  const utf8proc_property_t* property =
      utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
  switch (property->category) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return Hazard::kControl;
    case UTF8PROC_CATEGORY_CF:
      if (ChangesDirection(code_point))
        return Hazard::kDirection;
      // Signs that enclose the digits behind them are seen.
      if (property->boundclass == UTF8PROC_BOUNDCLASS_PREPEND)
        return Hazard::kNone;
      return Hazard::kInvisible;
    default:
      break;
  }
  if (property->ignorable || IsReservedAsIgnorable(code_point))
    return Hazard::kInvisible;
  return Hazard::kNone;
}

/// The character of `text` that ends at `end`.
Character CharacterBefore(std::string_view text, size_t end) {
  constexpr size_t kMostBytes = 4;
  for (size_t bytes = 2; bytes <= kMostBytes && bytes <= end; ++bytes) {
    const Character character = CharacterAt(text, end - bytes);
    if (character.code_point && character.bytes == bytes)
      return character;
  }
  return CharacterAt(text, end - 1);
}

bool IsSeen(const Character& character) {
  return character.code_point.value_or(' ') > ' ' &&
         HazardAlone(*character.code_point) == Hazard::kNone;
}

bool IsBeyondAscii(const Character& character) {
  return character.code_point.value_or(0) > 0x7F;
}

/// Emoji and several scripts are joined; anything else is only split in two.
bool CanBeJoined(const Character& before, const Character& after) {
  const bool is_emoji = before.code_point && IsPresentation(*before.code_point);
  return IsBeyondAscii(before) && (is_emoji || IsSeen(before)) &&
         IsBeyondAscii(after) && IsSeen(after);
}

bool IsAtWork(const Character& character, std::string_view text,
              size_t offset) {
  if (offset == 0)
    return false;
  if (IsPresentation(*character.code_point))
    return IsSeen(CharacterBefore(text, offset));
  const size_t end = offset + character.bytes;
  return IsJoiner(*character.code_point) && end < text.size() &&
         CanBeJoined(CharacterBefore(text, offset), CharacterAt(text, end));
}

}  // namespace

Hazard HazardOf(const Character& character, std::string_view text,
                size_t offset) {
  if (!character.code_point)
    return Hazard::kNotUtf8;
  const Hazard alone = HazardAlone(*character.code_point);
  if (alone == Hazard::kInvisible && IsAtWork(character, text, offset))
    return Hazard::kNone;
  return alone;
}

}  // namespace commitgate
