// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace commitgate {

/// Who runs the program, for the ledger: the user's name, or `uid N`.
std::string OperatorName();

}  // namespace commitgate
