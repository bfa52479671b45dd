// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

namespace commitgate {

/// `type(scope)!: description`, as Conventional Commits 1.0.0 has it, taken
/// apart as far as it goes.  Views into the text.
struct ConventionalParts {
  enum class Fault {
    kNone,
    kNoType,
    kOpenScope,      ///< A parenthesis that is not closed.
    kNoColon,        ///< Something else stands where the colon should.
    kNoDescription,  ///< Nothing behind the colon.
    // All is there, but for the blanks.
    kBlankBeforeColon,
    kNoSpace,  ///< None behind the colon.
  };
  Fault fault = Fault::kNone;
  /// What stands at the place of the fault, may be empty.
  std::string_view culprit;

  std::string_view type;
  /// Without its parentheses.
  std::optional<std::string_view> scope;
  std::string_view description;
};

ConventionalParts ParseConventional(std::string_view text);

}  // namespace commitgate
