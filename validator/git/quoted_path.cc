// SPDX-License-Identifier: MIT
#include "validator/git/quoted_path.h"

namespace commitgate {
namespace {

bool IsOctal(char c, char last) {
  return c >= '0' && c <= last;
}

/// Three digits off the front of `text`, a byte.
std::optional<char> TakeOctal(std::string_view& text) {
  if (text.size() < 3 || !IsOctal(text[0], '3') || !IsOctal(text[1], '7') ||
      !IsOctal(text[2], '7'))
    return std::nullopt;
  const int byte = (text[0] - '0') * 64 + (text[1] - '0') * 8 + (text[2] - '0');
  text.remove_prefix(3);
  return static_cast<char>(byte);
}

/// What stands behind a backslash, off the front of `text`.
std::optional<char> TakeEscape(std::string_view& text) {
  constexpr std::string_view kLetters = "abfnrtv\\\"";
  constexpr std::string_view kMeanings = "\a\b\f\n\r\t\v\\\"";
  static_assert(kLetters.size() == kMeanings.size());
  if (text.empty())
    return std::nullopt;
  const size_t letter = kLetters.find(text.front());
  if (letter == std::string_view::npos)
    return TakeOctal(text);
  text.remove_prefix(1);
  return kMeanings[letter];
}

}  // namespace

std::optional<std::string> TakeQuotedPath(std::string_view& text) {
  if (!text.starts_with('"'))
    return std::nullopt;
  std::string_view rest = text.substr(1);
  std::string path;
  while (!rest.empty()) {
    const char c = rest.front();
    rest.remove_prefix(1);
    if (c == '"') {
      text = rest;
      return path;
    }
    const std::optional<char> meant = c == '\\' ? TakeEscape(rest) : c;
    if (!meant)
      return std::nullopt;
    path += *meant;
  }
  return std::nullopt;
}

}  // namespace commitgate
