// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <vector>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/output.h"
#include "commands/served_place.h"
#include "hooks/push/identity.h"
#include "hooks/setup/clone_setup.h"
#include "hooks/setup/doctor.h"
#include "hooks/setup/hook_set.h"
#include "hooks/setup/server_setup.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

struct InstallOptions {
  ServedPlace place;
  bool server = false;
  bool clone = false;
  ServerSetup setup;
};

void Declare(CommandLine& line, InstallOptions& options) {
  options.place.AddOptions(line);
  const auto server =
      line.AddFlag("--server", options.server, "guard pushes to a repository");
  const auto clone =
      line.AddFlag("--local", options.clone, "judge messages in a clone");
  server.Excludes(clone);
  line.AddOption("--hooks", options.setup.hooks,
                 "which to install: pre-receive, update, post-receive, "
                 "force-push-window")
      .SplitAt(',')
      .Excludes(clone)
      .TypeName("HOOK,...");
  line.AddOption("--identity", options.setup.identity,
                 fmt::format("who says who pushes: {}", ProviderWords()))
      .Excludes(clone)
      .TypeName("PROVIDER");
  line.AddOption("--policy", options.setup.policy,
                 "a preset, a policy file, or <ref>:<path>")
      .TypeName("POLICY");
  line.AddFlag("--chain", options.setup.may_chain,
               "keep other hooks, and run them behind ours");
}

/// force-push-window is a pre-receive of its own, and brings post-receive.
std::vector<std::string> CompleteHooks(std::vector<std::string> hooks) {
  const auto has = [&](std::string_view name) {
    return std::ranges::count(hooks, name) > 0;
  };
  for (const std::string& name : hooks)
    if (name != "force-push-window" &&
        std::ranges::count(ServerHookNames(), name) == 0)
      throw Error(fmt::format("--hooks: a server has no hook '{}'", name));
  if (has("force-push-window") && has("pre-receive"))
    throw Error(
        "--hooks: pre-receive does what force-push-window does; install one");
  if (has("force-push-window") && !has("post-receive"))
    hooks.push_back("post-receive");
  return hooks;
}

void SetUp(const Repository& repository, const InstallOptions& options,
           const Tell& tell) {
  if (options.server)
    SetUpServer(repository, options.setup, tell);
  else
    SetUpClone(
        repository,
        {.policy = options.setup.policy, .may_chain = options.setup.may_chain},
        tell);
}

/// What is told waits until all is done: a reader that has gone away must not
/// leave a server half guarded.
ExitStatus Install(const Repository& repository, const InstallOptions& options,
                   Output& output) {
  const Tell tell = [&](const std::string& line) {
    output.Write(Printable(line) + "\n");
  };
  try {
    SetUp(repository, options, tell);
  } catch (const Error&) {
    output.Flush();
    throw;
  }
  const Use use = options.server ? Use::kServer : Use::kClone;
  output.Write(TellReports(Examine(repository, use), Health::kNote));
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace

ExitStatus RunInstall(const Invocation& invocation) {
  CommandLine line{"Installs the hooks of a server or of a clone.",
                   "commitgate install"};
  InstallOptions options;
  Declare(line, options);
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  if (!options.server && !options.clone)
    throw Error("install: one of --server and --local is wanted");
  options.setup.hooks = CompleteHooks(std::move(options.setup.hooks));
  const Repository repository = options.place.Open(invocation.environment);
  Output output;
  return Install(repository, options, output);
}

}  // namespace commitgate
