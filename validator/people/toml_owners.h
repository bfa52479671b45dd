// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/people/owners.h"

namespace commitgate {

/// `[[owners]]` of a TOML file, in their order.  Throws
/// Error("name:line:column: reason").
std::vector<OwnersEntry> ReadTomlOwners(const std::string& name,
                                        std::string_view text);

}  // namespace commitgate
