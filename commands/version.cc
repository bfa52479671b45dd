// SPDX-License-Identifier: MIT
#include "commands/command.h"
#include "commands/output.h"

namespace commitgate {

ExitStatus RunVersion(const Invocation&) {
  Output output;
  output.Write("commitgate " VERSION "\n");
  output.Flush();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
