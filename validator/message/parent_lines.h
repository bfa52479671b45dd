// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace commitgate {

/// How a raw commit object starts: `tree <id>`, and a line `parent <id>` for
/// each parent.  Git takes lines of that name anywhere else for nothing.
struct ParentLines {
  /// So many lines, with an id of 40 or 64 hexadecimal digits each, for
  /// TakeParent.
  size_t count = 0;
  std::string_view lines;
  /// Of the object, behind these lines.
  std::string_view rest;
  /// There is no tree, or the line behind is a `parent` without an id: git does
  /// not read such an object.
  bool malformed = false;
};

/// Views into `object`.
ParentLines ReadParentLines(std::string_view object);

/// Takes the first of ParentLines::lines away and returns its id.  REQUIRES:
/// there is one.
std::string_view TakeParent(std::string_view& lines);

}  // namespace commitgate
