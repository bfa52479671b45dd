// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace commitgate {

/// Why a line of prose ends where it ends.
enum class LineBreak {
  kFull,     ///< The next word had no room: the prose goes on.
  kMeant,    ///< What follows is to start a line.
  kUnclear,  ///< Nobody but its author knows.
};

/// Tells why `line` ends before `next`; with as many `columns` it would be
/// full.
LineBreak WhyBroken(std::string_view line, std::string_view next,
                    size_t columns);

}  // namespace commitgate
