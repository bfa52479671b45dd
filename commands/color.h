// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/environment.h"

namespace commitgate {

/// Whether what goes to a terminal should be colored: unless its user has asked
/// to be spared, NO_COLOR, or it cannot, TERM=dumb.
bool TerminalTakesColor(const Environment& environment);

}  // namespace commitgate
