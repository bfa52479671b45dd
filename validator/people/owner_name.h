// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace commitgate {

/// Whether `text` names an owner: `@login`, `@organisation/team`, an address.
bool IsOwnerName(std::string_view text);

}  // namespace commitgate
