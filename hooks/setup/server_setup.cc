// SPDX-License-Identifier: MIT
#include "hooks/setup/server_setup.h"

#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hooks/policy_source.h"
#include "hooks/push/git_server.h"
#include "hooks/push/identity.h"
#include "hooks/push/ledger_place.h"
#include "hooks/push/provider.h"
#include "hooks/push/settle.h"
#include "hooks/setup/remembered_config.h"
#include "validator/error.h"
#include "validator/git/server_config.h"

namespace commitgate {
namespace {

constexpr std::string_view kPolicy = "commitgate.policy";
constexpr std::string_view kIdentity = "commitgate.identity";

/// Files of one user are of no use to hooks that run as another.
void RequireOwner(const std::string& git_dir) {
  struct stat status {};
  if (stat(git_dir.c_str(), &status) != 0 || status.st_uid != geteuid())
    throw Error(fmt::format(
        "setting up '{}': it belongs to another user, run this as that one",
        git_dir));
}

void RequireHistory(const Repository& repository) {
  if (repository.IsShallow())
    throw Error(fmt::format(
        "setting up '{}': it is a shallow clone, and what is missing cannot be "
        "judged; 'git fetch --unshallow' brings it",
        repository.GitDir()));
}

/// Throws where the hooks could not load it.
void RequirePolicy(const Repository& repository, const std::string& policy) {
  const GitConfig config =
      policy.empty() ? ReadServerConfig(repository.GitDir())
                     : GitConfig::Parse(fmt::format("{}\n{}", kPolicy, policy));
  FindServerPolicy(config, repository);
}

void ConfigureServer(const LocalConfig& config, const ServerSetup& setup,
                     const std::string& policy, const Tell& tell) {
  if (!setup.identity.empty())
    Configure(config, kIdentity, setup.identity, tell);
  if (!policy.empty())
    Configure(config, kPolicy, policy, tell);
  ConfigureAlso(config, "transfer.hideRefs", "refs/commitgate", tell);
  const bool decided = !config.InForce("receive.fsckObjects").empty() ||
                       !config.InForce("transfer.fsckObjects").empty();
  if (!decided)
    Configure(config, "receive.fsckObjects", "true", tell);
}

/// Only once: what lands later has rows of its own.
void BeginLedger(const Repository& repository, const Tell& tell) {
  const std::string path = LedgerPath(repository.GitDir());
  const bool was_there = IsPresent(path);
  Ledger ledger =
      OpenLedger(repository.GitDir(), ReadServerConfig(repository.GitDir()));
  const bool had_rows = ledger.NewestReceived().has_value();
  if (!had_rows) {
    Ledger::Transaction transaction(ledger);
    WriteBaseline(ledger, GitServer(repository));
    transaction.Commit();
  }
  const bool begins =
      !was_there || (!had_rows && ledger.NewestReceived().has_value());
  tell(fmt::format("the ledger '{}' {}", path,
                   begins ? "begins, what is there now is final" : "goes on"));
}

}  // namespace

void SetUpServer(const Repository& repository, const ServerSetup& setup,
                 const Tell& tell) {
  const std::string git_dir = repository.GitDir();
  const LocalConfig config(git_dir);
  const std::string policy = LastingPolicyName(setup.policy);
  RequireOwner(git_dir);
  RequireHistory(repository);
  if (!setup.identity.empty())
    ChooseProvider(setup.identity);
  RequirePolicy(repository, policy);
  const HookFolder folder = FindHookFolder(config, git_dir, git_dir);
  RequireOwn(folder);
  std::vector<HookPlace> places;
  for (const std::string& hook : setup.hooks)
    places.push_back(PlaceOf(folder, hook));
  RequireRoom(places, setup.may_chain);

  ConfigureServer(config, setup, policy, tell);
  BeginLedger(repository, tell);
  PlaceHooks(places, tell);
}

void TakeDownServer(const Repository& repository, const Tell& tell) {
  const std::string git_dir = repository.GitDir();
  const LocalConfig config(git_dir);
  RequireOwner(git_dir);
  RemoveHooks(FindHookFolder(config, git_dir, git_dir), ServerHookNames(),
              tell);
  Unconfigure(config, tell);
  const std::string ledger = LedgerPath(git_dir);
  if (IsPresent(ledger))
    tell(fmt::format("the ledger '{}' stays", ledger));
}

}  // namespace commitgate
