// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// Whether git takes this for a full ref name (git-check-ref-format(1)): at
/// least two components, of which the first is `refs`, 1 to 255 bytes each.
bool IsRefName(std::string_view name);

}  // namespace commitgate
