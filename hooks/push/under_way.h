// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "hooks/push/deciding.h"

namespace commitgate {

/// Somebody else's push to the same ref that has been let through and has not
/// ended, and stands in the way of `kind` (S10): rewrites and all other pushes
/// exclude each other.
std::optional<Row> FindUnderWay(const Deciding& deciding,
                                const std::string& ref, RowKind kind);

}  // namespace commitgate
