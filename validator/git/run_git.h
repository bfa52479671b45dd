// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace commitgate {

/// What a run of git left behind.
struct GitRun {
  bool succeeded = false;
  /// What it wrote to standard output.
  std::string output;
};

/// What becomes of git's own complaints.
enum class GitComplaints { kDropped, kShown };

/// Runs git to its end, without a shell, with the inherited environment and
/// nothing to read.  Nothing where there is no such program.  Throws Error
/// where it cannot be run.
std::optional<GitRun> RunGit(std::vector<std::string> arguments,
                             GitComplaints complaints);

}  // namespace commitgate
