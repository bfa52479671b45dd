// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hooks/environment.h"
#include "validator/engine/policy.h"
#include "validator/git/config.h"
#include "validator/git/repository.h"

namespace CLI {
class App;
}

namespace commitgate {

/// Where a command works and by which policy: options that most commands have.
struct Place {
  std::string directory;
  std::string git_dir;
  std::optional<std::string> policy;

  /// Declares `-C`, `--git-dir` and `--policy`.
  void AddOptions(CLI::App& app);

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

/// The top of the work tree that the current folder is in, found without
/// opening the repository; nothing in a bare one and outside of any.
std::optional<std::string> FindWorkTree(const Environment& environment);

/// The policy for `place`, the first found of: its own `policy`; the
/// configured `commitgate.policy`; `.commitgate.toml` at the top of
/// `work_tree`; the preset `nodejs`.  Throws Error.
Policy FindPolicy(const Place& place, const GitConfig& config,
                  const std::optional<std::string>& work_tree);

/// The policy for commits of `repository`, which was opened at `place`.  Throws
/// Error, also where git would not read the repository's configuration.
Policy FindPolicy(const Place& place, const Repository& repository);

/// The policy at `place`, whether there is a repository or not.
Policy FindPolicy(const Place& place, const Environment& environment);

}  // namespace commitgate
