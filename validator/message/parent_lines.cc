// SPDX-License-Identifier: MIT
#include "validator/message/parent_lines.h"

#include "validator/message/character_set.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr std::string_view kTree = "tree ";
constexpr std::string_view kParent = "parent ";

/// Every history's every parent is looked at, so this is no comparison.
constexpr CharacterSet kHexDigits(IsHexDigit);

/// Whether a line is `<header><id>`.
bool HasId(std::string_view line, std::string_view header) {
  if (!line.starts_with(header))
    return false;
  const std::string_view id = line.substr(header.size());
  bool is_id = id.size() == 40 || id.size() == 64;
  for (const char c : id.substr(0, 64))
    is_id &= kHexDigits.Has(c);
  return is_id;
}

}  // namespace

ParentLines ReadParentLines(std::string_view object) {
  ParentLines parents;
  parents.rest = object;
  if (!HasId(TakeLine(object), kTree)) {
    parents.malformed = true;
    return parents;
  }
  parents.lines = object;
  parents.rest = object;
  while (HasId(TakeLine(object), kParent)) {
    ++parents.count;
    parents.rest = object;
  }
  parents.lines.remove_suffix(parents.rest.size());
  parents.malformed = parents.rest.starts_with(kParent);
  return parents;
}

std::string_view TakeParent(std::string_view& lines) {
  return TakeLine(lines).substr(kParent.size());
}

}  // namespace commitgate
