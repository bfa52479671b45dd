// SPDX-License-Identifier: MIT
#include "commands/color.h"

namespace commitgate {

bool TerminalTakesColor(const Environment& environment) {
  const bool refused = !environment.Get("NO_COLOR").value_or("").empty();
  return !refused && environment.Get("TERM") != "dumb";
}

}  // namespace commitgate
