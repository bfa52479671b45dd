// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/repair/text_lines.h"

namespace commitgate {

/// A word that is to be put on some line, or several that stay together.
struct FillWord {
  std::string text;
  /// What stands before it where the word before is on the same line.
  std::string blanks;
};

/// Adds the words of `line` to `words`; code in backticks stays together.
void AddWords(std::string_view line, std::vector<FillWord>& words);

/// Where lines start, and how many columns they may have.
struct FillForm {
  std::string first_indent;
  std::string next_indent;
  size_t columns;
};

/// Puts the words on as few lines as possible, one after the other.  No line
/// but the first starts with what would make it something else: a comment for
/// git, a quote, an item of a list, metadata.  Nothing where that cannot be
/// done, or words that stay together do not fit.
std::optional<TextLines> Fill(const std::vector<FillWord>& words,
                              const FillForm& form);

}  // namespace commitgate
