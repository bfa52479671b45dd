// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/people/roster.h"

namespace commitgate {

/// Those whom `[[members]]` of a TOML file lists, in its order.  Throws
/// Error("name:line:column: reason"), also where two have one login or address.
std::vector<Member> ReadTomlRoster(const std::string& name,
                                   std::string_view text);

}  // namespace commitgate
