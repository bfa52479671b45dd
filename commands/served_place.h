// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "commands/place.h"

namespace commitgate {

/// The repository that a command looks after, whose policy is not the command's
/// to choose.
class ServedPlace {
 public:
  /// Declares `-C`, `--git-dir` and the argument `DIR`, which comes before what
  /// the environment says.
  void AddOptions(CommandLine& line);

  /// Goes to the folder of `-C` and opens the repository.  Throws Error.
  Repository Open(const Environment& environment);

 private:
  Place place_;
  std::string repository_;
};

}  // namespace commitgate
