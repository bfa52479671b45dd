// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "validator/engine/finding.h"
#include "validator/message/commit.h"

namespace commitgate::testing {

/// A rule and the level of a finding, "error" or "warning".
using RuleLevel = std::pair<std::string, std::string>;

/// A finding that only one of the two programs has.
struct Disagreement {
  enum class Side { kOurs, kTheirs };

  const Commit& commit;
  const Verdict& verdict;
  Side side;
  RuleLevel what;

  const Message& message() const { return commit.message; }
  bool IsOurs(std::string_view rule) const {
    return side == Side::kOurs && what.first == rule;
  }
  bool IsTheirs(std::string_view rule) const {
    return side == Side::kTheirs && what.first == rule;
  }
};

/// A way in which commitgate means to differ from core-validate-commit.
struct Difference {
  std::string_view name;
  /// Whether this is why the two disagree.  As narrow as can be: what it
  /// explains wrongly is a bug that nobody sees.
  bool (*explains)(const Disagreement&);
};

/// Of the rules about the title.
std::span<const Difference> TitleDifferences();
/// Of the rules about the lines of the body.
std::span<const Difference> LineDifferences();
/// Of the rules about metadata, and what is not judged at all.
std::span<const Difference> MetadataDifferences();

/// Whether a PCRE2 pattern matches anywhere in `text`.
bool Matches(const char* pattern, std::string_view text);

/// The length of a text as core-validate-commit counts it.
size_t Utf16Units(std::string_view text);

}  // namespace commitgate::testing
