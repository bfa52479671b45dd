// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace commitgate {

/// A line that tells of a breaking change, or is meant to.  Views into it.
struct BreakingFooter {
  std::string_view key;
  /// Trimmed; may be empty.
  std::string_view value;

  /// Whether Conventional Commits take the key for what it is.
  bool IsSpeltRight() const {
    return key == "BREAKING CHANGE" || key == "BREAKING-CHANGE";
  }
};

/// Nothing where the line is none, however it is spelt.
std::optional<BreakingFooter> ParseBreakingFooter(std::string_view line);

}  // namespace commitgate
