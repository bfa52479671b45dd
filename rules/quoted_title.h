// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// Whether `quoted` is how people quote the title of a commit: blanks and
/// ` (#N)` at the end aside the same, or its start with `...` behind it.
bool QuotesTitle(std::string_view quoted, std::string_view title);

}  // namespace commitgate
