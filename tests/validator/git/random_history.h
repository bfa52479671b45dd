// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "tests/validator/git/history.h"

namespace commitgate::testing {

/// `count` commits c0, c1, ... with up to three parents each, not far away, and
/// with dates that make no sense.
std::vector<Planned> RandomHistory(unsigned seed, int count);

}  // namespace commitgate::testing
