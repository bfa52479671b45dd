// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

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

/// Git at work beside the program: without a shell, with the inherited
/// environment and nothing to read.  Where nobody waits for its end, it is told
/// that nobody reads what it writes, and ends before this does.
class RunningGit {
 public:
  /// Throws Error where git cannot be run.
  RunningGit(std::vector<std::string> arguments, GitComplaints complaints);
  ~RunningGit();
  RunningGit(const RunningGit&) = delete;
  RunningGit& operator=(const RunningGit&) = delete;

  /// Waits for the end; once.  Nothing where there is no such program.  Throws
  /// Error where what git writes cannot be read.
  std::optional<GitRun> Wait();

 private:
  /// The read end of a pipe into which git writes, if there is a git.
  std::optional<int> output_;
  pid_t pid_ = 0;
};

/// Runs git to its end.  Nothing where there is no such program.  Throws Error
/// where it cannot be run.
std::optional<GitRun> RunGit(std::vector<std::string> arguments,
                             GitComplaints complaints);

}  // namespace commitgate
