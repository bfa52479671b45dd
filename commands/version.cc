// SPDX-License-Identifier: MIT

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/output.h"

namespace commitgate {

ExitStatus RunVersion(const Invocation& invocation) {
  CommandLine line{"Prints the version.", "commitgate version"};
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  Output output;
  output.Write("commitgate " VERSION "\n");
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
