// SPDX-License-Identifier: MIT
#include "validator/message/parent_lines.h"

#include <algorithm>
#include <optional>

#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr std::string_view kTree = "tree ";
constexpr std::string_view kParent = "parent ";

/// The id in a line `<header><id>`.
std::optional<std::string_view> FindId(std::string_view line,
                                       std::string_view header) {
  if (!line.starts_with(header))
    return std::nullopt;
  const std::string_view id = line.substr(header.size());
  const bool is_id = (id.size() == 40 || id.size() == 64) &&
                     std::ranges::all_of(id, IsHexDigit);
  return is_id ? std::optional(id) : std::nullopt;
}

}  // namespace

ParentLines ReadParentLines(std::string_view object) {
  ParentLines parents{{}, object, false};
  if (!FindId(TakeLine(object), kTree)) {
    parents.malformed = true;
    return parents;
  }
  parents.rest = object;
  while (const auto id = FindId(TakeLine(object), kParent)) {
    parents.ids.push_back(*id);
    parents.rest = object;
  }
  parents.malformed = parents.rest.starts_with(kParent);
  return parents;
}

}  // namespace commitgate
