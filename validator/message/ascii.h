// SPDX-License-Identifier: MIT
#pragma once

namespace commitgate {

// Kinds of ASCII characters, whatever the locale; a byte of anything else is of
// no kind.

constexpr bool IsDigit(char c) {
  return c >= '0' && c <= '9';
}

constexpr bool IsUpper(char c) {
  return c >= 'A' && c <= 'Z';
}

constexpr bool IsLetter(char c) {
  return IsUpper(c) || (c >= 'a' && c <= 'z');
}

constexpr bool IsAlphanumeric(char c) {
  return IsLetter(c) || IsDigit(c);
}

constexpr bool IsHexDigit(char c) {
  return IsDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr char ToLower(char c) {
  return IsUpper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace commitgate
