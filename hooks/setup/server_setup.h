// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/setup/hook_set.h"
#include "validator/git/repository.h"

namespace commitgate {

/// How a server is to be set up.
struct ServerSetup {
  /// Names of the table of hooks.
  std::vector<std::string> hooks = {"pre-receive", "post-receive"};
  /// For git config commitgate.identity; empty: as it is.
  std::string identity = {};
  /// For git config commitgate.policy; empty: as it is.  A path is taken from
  /// the current folder.
  std::string policy = {};
  /// Whether hooks of others may be kept and run behind ours.
  bool may_chain = false;
};

/// Lets commitgate guard the pushes to a repository: configures it, begins the
/// ledger, in which all that is there now is final, and installs the hooks.
/// Doing it twice changes nothing.  Throws Error, before anything has changed,
/// where that cannot work.
void SetUpServer(const Repository& repository, const ServerSetup& setup,
                 const Tell& tell);

/// Takes away what SetUpServer has installed and configured.  What had a value
/// before keeps the one it has now, and the ledger stays.  Throws Error.
void TakeDownServer(const Repository& repository, const Tell& tell);

}  // namespace commitgate
