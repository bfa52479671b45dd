// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// Throws Error, which starts with `doing`: git would not store `message` byte
/// for byte.  It takes none with a NUL, and what it holds to be no UTF-8 it
/// takes for Latin-1.
void RequireStorable(std::string_view message, std::string_view doing);

}  // namespace commitgate
