// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "validator/git/config.h"
#include "validator/git/run_git.h"

namespace commitgate {

/// What GitConfig::Read reads, asked for before it is needed: git takes as long
/// to tell it as the program takes for much else.
class AwaitedGitConfig {
 public:
  /// Throws Error where git cannot be run.
  explicit AwaitedGitConfig(std::string directory);

  /// Waits for git; once.  Throws Error as GitConfig::Read.
  GitConfig Get();

 private:
  std::string directory_;
  RunningGit git_;
};

}  // namespace commitgate
