// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "validator/people/owners.h"

namespace commitgate {

/// The lines of a CODEOWNERS file as GitHub reads it, in their order.  Throws
/// Error("name:line: reason").
std::vector<OwnersEntry> ReadCodeOwners(std::string_view name,
                                        std::string_view text);

}  // namespace commitgate
