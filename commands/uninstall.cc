// SPDX-License-Identifier: MIT

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/output.h"
#include "commands/served_place.h"
#include "hooks/setup/clone_setup.h"
#include "hooks/setup/server_setup.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {

ExitStatus RunUninstall(const Invocation& invocation) {
  CommandLine line{"Takes away what install has installed.",
                   "commitgate uninstall"};
  ServedPlace place;
  bool server = false;
  bool clone = false;
  place.AddOptions(line);
  const auto option = line.AddFlag("--server", server, "of a server");
  line.AddFlag("--local", clone, "of a clone").Excludes(option);
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  if (!server && !clone)
    throw Error("uninstall: one of --server and --local is wanted");
  const Repository repository = place.Open(invocation.environment);
  Output output;
  const Tell tell = [&](const std::string& text) {
    output.Write(Printable(text) + "\n");
    output.Flush();
  };
  if (server)
    TakeDownServer(repository, tell);
  else
    TakeDownClone(repository, tell);
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
