// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// Whether `word` starts many titles and is never a name, whatever its case.
bool IsPlainWord(std::string_view word);

}  // namespace commitgate
