// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace commitgate {

/// How many bytes to insert, remove, replace or swap (neighbours) to make `b`
/// of `a`; at most `limit` + 1.  Takes time linear in the longer one.
size_t EditDistance(std::string_view a, std::string_view b, size_t limit);

/// The candidate that `word` was likely meant to be, the first of equals: two
/// edits away at most, and less for a short word.
std::optional<std::string_view> Closest(
    std::string_view word, std::span<const std::string_view> candidates);

}  // namespace commitgate
