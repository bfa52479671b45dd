// SPDX-License-Identifier: MIT
#include "rules/c_identifiers.h"

#include <algorithm>

#include "validator/message/ascii.h"

namespace commitgate {
namespace {

constexpr bool IsNameCharacter(char c) {
  return IsAlphanumeric(c) || c == '_';
}

/// Up to and with the next `end`, or all there is.
size_t EndBehind(std::string_view source, std::string_view end, size_t from) {
  const size_t at = source.find(end, std::min(from, source.size()));
  return at == source.npos ? source.size() : at + end.size();
}

/// Of a literal that opens `source`; one that nobody closes ends with its line.
size_t LiteralSize(std::string_view source) {
  const char quote = source.front();
  for (size_t i = 1; i < source.size(); ++i) {
    if (source[i] == '\\')
      ++i;
    else if (source[i] == quote || source[i] == '\n')
      return i + 1;
  }
  return source.size();
}

size_t WordSize(std::string_view source) {
  const auto end = std::ranges::find_if_not(source, IsNameCharacter);
  return static_cast<size_t>(end - source.begin());
}

/// What `source` begins with: a comment, a literal, a word or one other byte.
size_t TokenSize(std::string_view source) {
  if (source.starts_with("//"))
    return EndBehind(source, "\n", 2);
  if (source.starts_with("/*"))
    return EndBehind(source, "*/", 2);
  if (source.starts_with('"') || source.starts_with('\''))
    return std::min(LiteralSize(source), source.size());
  return std::max<size_t>(WordSize(source), 1);
}

}  // namespace

std::set<std::string_view> CIdentifiers(std::string_view source) {
  std::set<std::string_view> identifiers;
  while (!source.empty()) {
    const std::string_view token = source.substr(0, TokenSize(source));
    source.remove_prefix(token.size());
    if (IsNameCharacter(token.front()) && !IsDigit(token.front()))
      identifiers.insert(token);
  }
  return identifiers;
}

}  // namespace commitgate
