// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/ledger/connection.h"

namespace commitgate {

/// What is wrong with the entries of `kept`, a line each.  What those that can
/// be read say is played into the other tables of `played`, an empty ledger.
std::vector<std::string> CheckChain(Connection& kept, Connection& played);

/// Where the tables of `kept` differ from those of `played`, a line each.
std::vector<std::string> CompareTables(Connection& kept, Connection& played);

}  // namespace commitgate
