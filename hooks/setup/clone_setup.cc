// SPDX-License-Identifier: MIT
#include "hooks/setup/clone_setup.h"

#include <fmt/core.h>

#include "hooks/policy_source.h"
#include "hooks/setup/remembered_config.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// Where git runs the hooks of commits.
std::string WorkTreeOf(const Repository& repository) {
  if (auto work_tree = repository.WorkTree())
    return *std::move(work_tree);
  throw Error(
      fmt::format("setting up '{}': nobody makes commits in a bare repository; "
                  "--server guards pushes to it",
                  repository.GitDir()));
}

HookFolder FolderOf(const Repository& repository, const LocalConfig& config) {
  return FindHookFolder(config, repository.GitDir(), WorkTreeOf(repository));
}

/// Throws where the hook could not load it.
void RequirePolicy(const Repository& repository, const std::string& policy) {
  const auto open = [&] { return Repository::Open(repository.GitDir(), ""); };
  if (!policy.empty())
    LoadNamedPolicy(policy, "--policy", open);
}

}  // namespace

void SetUpClone(const Repository& repository, const CloneSetup& setup,
                const Tell& tell) {
  const LocalConfig config(repository.GitDir());
  const HookFolder folder = FolderOf(repository, config);
  const std::string policy = LastingPolicyName(setup.policy);
  RequirePolicy(repository, policy);
  RequireOwn(folder);
  std::vector<HookPlace> places;
  for (const std::string_view name : CloneHookNames())
    places.push_back(PlaceOf(folder, std::string(name)));
  RequireRoom(places, setup.may_chain);

  if (!policy.empty())
    Configure(config, "commitgate.policy", policy, tell);
  PlaceHooks(places, tell);
}

void TakeDownClone(const Repository& repository, const Tell& tell) {
  const LocalConfig config(repository.GitDir());
  RemoveHooks(FolderOf(repository, config), CloneHookNames(), tell);
  Unconfigure(config, tell);
}

}  // namespace commitgate
