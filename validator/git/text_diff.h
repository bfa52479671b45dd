// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace commitgate {

/// How `after` differs from `before`, as unified diff without the names of
/// files; empty where it does not.  Lines are as they are: not safe on a
/// terminal.  REQUIRES: no NUL.  Throws Error.
std::string UnifiedDiff(std::string_view before, std::string_view after);

}  // namespace commitgate
