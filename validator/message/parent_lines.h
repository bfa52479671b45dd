// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace commitgate {

/// How a raw commit object starts: `tree <id>`, and a line `parent <id>` for
/// each parent.  Git takes lines of that name anywhere else for nothing.
struct ParentLines {
  /// 40 or 64 hexadecimal digits each.
  std::vector<std::string_view> ids;
  /// Of the object, behind these lines.
  std::string_view rest;
  /// There is no tree, or the line behind is a `parent` without an id: git does
  /// not read such an object.
  bool malformed = false;
};

/// Views into `object`.
ParentLines ReadParentLines(std::string_view object);

}  // namespace commitgate
