// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace commitgate {

/// The line `text` broken at blanks into lines of at most `width` columns, of
/// which all but the first begin with `hanging` blanks.  Blanks at its start
/// stay; a word that is too long stays whole.
std::string Fold(std::string_view text, size_t width, size_t hanging);

}  // namespace commitgate
