// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "validator/people/matching_effort.h"

namespace commitgate {

/// A path taken apart at its slashes.  Views into the path.
using PathParts = std::vector<std::string_view>;
PathParts SplitPath(std::string_view path);

/// A pattern for paths, as CODEOWNERS and gitignore(5) have them: `*` and `?`
/// inside one part, `**` for any parts, `\` before what means itself.  With a
/// slash before or inside it, it begins at the top, otherwise anywhere.  It
/// takes in all below a folder that it names, but `*` as the last of several
/// parts only what is in the folder itself.
class PathPattern {
 public:
  /// REQUIRES: WhyNoPathPattern(text) is empty.
  explicit PathPattern(std::string_view text);

  /// In time bounded by the product of the lengths, and by `effort`.  Throws
  /// Error where that is spent.
  bool Matches(const PathParts& path, MatchingEffort& effort) const;

 private:
  /// What one character of a part has to be.
  struct Element {
    enum class Kind { kThis, kAny, kStar };
    Kind kind;
    char character = 0;
  };
  struct Part {
    /// `**`: any number of parts, none included.
    bool is_star = false;
    std::vector<Element> elements = {};

    bool Matches(std::string_view name, MatchingEffort& effort) const;
  };
  static Part ReadPart(std::string_view text);

  std::vector<Part> parts_;
};

/// Why `text` is no such pattern, or empty.  A sentence about "it", for people.
std::string WhyNoPathPattern(std::string_view text);

}  // namespace commitgate
