// SPDX-License-Identifier: MIT
#include "commands/json_array.h"

#include <algorithm>

#include "validator/message/text.h"

namespace commitgate {
namespace {

/// Of the string that opens `text`, with its quotes.
size_t StringSize(std::string_view text) {
  size_t end = 1;
  while (end < text.size() && text[end] != '"')
    end += text[end] == '\\' ? 2 : 1;
  return end + 1;
}

/// Up to the comma or bracket that ends the value at the start of `text`.
size_t ValueSize(std::string_view text) {
  size_t depth = 0;
  size_t end = 0;
  while (end < text.size()) {
    const char c = text[end];
    if (depth == 0 && (c == ',' || c == ']'))
      return end;
    if (c == '[' || c == '{')
      ++depth;
    else if (c == ']' || c == '}')
      --depth;
    end += c == '"' ? StringSize(text.substr(end)) : 1;
  }
  return text.size();
}

}  // namespace

JsonArray::JsonArray(std::string_view text) : rest_(Trim(text)) {
  rest_.remove_prefix(std::min<size_t>(rest_.size(), 1));
  // An empty one has no element, not even one of blanks.
  if (Trim(rest_) == "]")
    rest_ = {};
}

JsonArray JsonArray::OfOne(std::string_view element) {
  JsonArray array;
  array.rest_ = element;
  return array;
}

std::optional<std::string_view> JsonArray::Next() {
  if (rest_.empty())
    return std::nullopt;
  const std::string_view element = rest_.substr(0, ValueSize(rest_));
  rest_.remove_prefix(element.size());
  const bool is_last = !rest_.starts_with(',');
  rest_ = is_last ? std::string_view() : rest_.substr(1);
  return element;
}

}  // namespace commitgate
