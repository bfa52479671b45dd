// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/ledger/connection.h"

namespace commitgate {

/// Where the tables, views, triggers and indexes of `kept` are not those of
/// `fresh`, which is of the same version and as it was made; a line each.
std::vector<std::string> CompareSchemas(Connection& kept, Connection& fresh);

}  // namespace commitgate
