// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>

#include "commands/arguments.h"
#include "commands/command.h"
#include "commands/output.h"

namespace commitgate {

ExitStatus RunVersion(const Invocation& invocation) {
  CLI::App app{"Prints the version.", "commitgate version"};
  if (const auto status = ParseArguments(app, invocation.arguments))
    return *status;
  Output output;
  output.Write("commitgate " VERSION "\n");
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
