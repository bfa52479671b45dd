// SPDX-License-Identifier: MIT
#include <CLI/CLI.hpp>

#include "commands/arguments.h"
#include "commands/command.h"
#include "commands/output.h"
#include "commands/served_place.h"
#include "hooks/setup/clone_setup.h"
#include "hooks/setup/server_setup.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {

ExitStatus RunUninstall(const Invocation& invocation) {
  CLI::App app{"Takes away what install has installed.",
               "commitgate uninstall"};
  ServedPlace place;
  bool server = false;
  bool clone = false;
  place.AddOptions(app);
  auto* const option = app.add_flag("--server", server, "of a server");
  app.add_flag("--local", clone, "of a clone")->excludes(option);
  if (const auto status = ParseArguments(app, invocation.arguments))
    return *status;
  if (!server && !clone)
    throw Error("uninstall: one of --server and --local is wanted");
  const Repository repository = place.Open(invocation.environment);
  Output output;
  const Tell tell = [&](const std::string& line) {
    output.Write(Printable(line) + "\n");
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
