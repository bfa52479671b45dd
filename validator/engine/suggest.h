// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace commitgate {

/// How many characters to insert, remove, replace or swap (neighbours) to make
/// `b` of `a`; at most `limit` + 1.
size_t EditDistance(std::string_view a, std::string_view b, size_t limit);

}  // namespace commitgate
