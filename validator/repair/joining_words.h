// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// Whether `text` ends where no sentence does: in a comma, an opening bracket,
/// or a word such as `the`, `of`, `and`.
bool EndsInTheMiddle(std::string_view text);

/// Whether `text` ends as a sentence does, perhaps in quotes or parentheses.
bool EndsSentence(std::string_view text);

}  // namespace commitgate
