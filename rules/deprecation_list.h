// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string_view>

namespace commitgate {

/// What a document says about one id.
struct Deprecation {
  /// How many headings have it: `### DEP0001: ...`.
  int headings = 0;
  /// How many anchors have it: `<a id="DEP0001"></a>`.
  int anchors = 0;
  /// What stands behind `Type:` below its heading.
  std::string_view type = {};
  /// What is below the heading names a Runtime deprecation.
  bool names_runtime = false;

  bool operator==(const Deprecation&) const = default;
};

/// By id, `DEP0001`; an id that is not given yet has an `X` in the place of
/// digits, `DEP00XX`.
using DeprecationList = std::map<std::string_view, Deprecation>;

/// Reads a document in the format of doc/api/deprecations.md of Node.js.  Views
/// into the text; every text is some document.
DeprecationList ReadDeprecations(std::string_view text);

}  // namespace commitgate
