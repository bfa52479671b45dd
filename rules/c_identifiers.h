// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string_view>

namespace commitgate {

/// The names and keywords that `source`, in C or C++, uses: not those that
/// stand only in comments or in literals.  Views into the source; takes time
/// linear in it but for sorting, and any bytes.
std::set<std::string_view> CIdentifiers(std::string_view source);

}  // namespace commitgate
