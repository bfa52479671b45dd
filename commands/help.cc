// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/output.h"

namespace commitgate {

ExitStatus RunHelp(const Invocation& invocation) {
  CommandLine line{"Lists the commands.", "commitgate help"};
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  std::string text =
      "commitgate judges commit messages by the rules of a project.\n\n"
      "usage: commitgate [check] [options] [<rev> | <a>..<b> | -]...\n"
      "       commitgate <command> [options]\n\n";
  for (const Command& command : Commands())
    text += fmt::format("  {:<38}{}\n",
                        fmt::format("{} {}", command.name, command.arguments),
                        command.summary);
  text +=
      "\n'commitgate <command> --help' lists the options of a command; the\n"
      "manual pages are commitgate(1), commitgate-policy(5) and\n"
      "commitgate-rules(7).\n";
  Output output;
  output.Write(text);
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
