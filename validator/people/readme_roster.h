// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "validator/people/roster.h"

namespace commitgate {

/// Those whom a README lists as that of Node.js does, in the order of the file,
/// and once for each section they stand in: `* [login](url) - **Name**
/// <<address>>` under headings such as "Collaborators" and "TSC emeriti".
/// Throws Error("name:line: reason"): a list item there that is nobody.
std::vector<Member> ReadReadmeRoster(std::string_view name,
                                     std::string_view text);

}  // namespace commitgate
