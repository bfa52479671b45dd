// SPDX-License-Identifier: MIT
#include "hooks/push/served.h"

#include <utility>

#include "validator/error.h"
#include "validator/git/server_config.h"

namespace commitgate {
namespace {

Quarantine QuarantineOf(const Environment& environment) {
  return {
      .objects = environment.Get("GIT_OBJECT_DIRECTORY").value_or(""),
      .alternates =
          environment.Get("GIT_ALTERNATE_OBJECT_DIRECTORIES").value_or(""),
      .path = environment.Get("GIT_QUARANTINE_PATH").value_or(""),
  };
}

Served Serve(Repository repository) {
  GitConfig config = ReadServerConfig(repository.GitDir());
  ServerPolicy policy = FindServerPolicy(config, repository);
  return {std::move(repository), std::move(config), std::move(policy)};
}

}  // namespace

Served Served::OfHook(const Environment& environment) {
  const auto git_dir = environment.Get("GIT_DIR");
  if (!git_dir || git_dir->empty())
    throw Error("GIT_DIR is not set: a server's hook is run by git");
  // Git would name refs without the namespace, and others would be looked at.
  if (!environment.Get("GIT_NAMESPACE").value_or("").empty())
    throw Error("GIT_NAMESPACE is set: refs of namespaces cannot be guarded");
  return Serve(Repository::OpenForHook(*git_dir, QuarantineOf(environment)));
}

Served Served::OfCommand(Repository repository) {
  return Serve(std::move(repository));
}

}  // namespace commitgate
