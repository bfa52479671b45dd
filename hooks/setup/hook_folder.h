// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/git/local_config.h"

namespace commitgate {

/// Where git looks for the hooks of a repository.
struct HookFolder {
  /// Absolute.
  std::string path;
  /// core.hooksPath names it.
  bool configured = false;
  /// It is in the folder of the repository, and so nobody else's.
  bool is_own = true;
};

/// `git_dir` is absolute; hooks run in `runs_in`, where a relative
/// core.hooksPath begins.  Throws Error.
HookFolder FindHookFolder(const LocalConfig& config, const std::string& git_dir,
                          const std::string& runs_in);

/// The path of a hook in the folder.
std::string HookIn(const HookFolder& folder, const std::string& name);

/// Throws Error where hooks cannot be installed, for others use the folder too.
void RequireOwn(const HookFolder& folder);

}  // namespace commitgate
