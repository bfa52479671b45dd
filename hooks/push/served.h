// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/environment.h"
#include "hooks/policy_source.h"
#include "validator/git/config.h"
#include "validator/git/repository.h"

namespace commitgate {

/// The repository that a server's hook or command works on, with the
/// configuration and the policy that hold there.
struct Served {
  Repository repository;
  GitConfig config;
  ServerPolicy policy;

  /// The one that git runs the hook in, with the objects in quarantine.  Throws
  /// Error.
  static Served OfHook(const Environment& environment);
  /// For a command.  Throws Error.
  static Served OfCommand(Repository repository);
};

}  // namespace commitgate
