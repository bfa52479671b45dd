// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "hooks/environment.h"
#include "validator/engine/policy.h"
#include "validator/git/config.h"
#include "validator/git/repository.h"

namespace commitgate {

class CommandLine;

/// Where a command works and by which policy: options that most commands have.
struct Place {
  std::string directory;
  std::string git_dir;
  std::optional<std::string> policy;

  /// Declares `-C` and `--git-dir`, for commands whose policy is not to choose.
  void AddRepositoryOptions(CommandLine& line);

  /// Declares them and `--policy`.
  void AddOptions(CommandLine& line);

  /// The arguments that AddOptions reads this from.
  std::vector<std::string> Arguments() const;

  /// Goes to `directory` and makes `git_dir` that of child processes too, as
  /// git does with its own options of these names.  Throws Error.
  void Enter(const Environment& environment);

  /// Opens the repository here; REQUIRES: the place was entered.  Throws Error.
  Repository OpenRepository() const;

 private:
  std::string inherited_git_dir_;
};

/// The policy for `place`: its own `policy`, else the one that FindLocalPolicy
/// finds.  Throws Error.
Policy FindPolicy(const Place& place, const GitConfig& config,
                  const std::optional<std::string>& work_tree);

/// The policy that the above finds unless git's configuration names another.
Policy LoadLikelyPolicy(const Place& place,
                        const std::optional<std::string>& work_tree);

/// The first of these two, given what comes of the second.
Policy FindPolicy(const Place& place, const GitConfig& config,
                  const std::optional<std::string>& work_tree,
                  const std::function<Policy()>& likely);

/// The policy for commits of `repository`, which was opened at `place`.  Throws
/// Error, also where git would not read the repository's configuration.
Policy FindPolicy(const Place& place, const Repository& repository);

/// The policy at `place`, whether there is a repository or not.
Policy FindPolicy(const Place& place, const Environment& environment);

/// The same, given what GitConfig::Read reads there.
Policy FindPolicy(const Place& place, const GitConfig& config,
                  const Environment& environment);

}  // namespace commitgate
