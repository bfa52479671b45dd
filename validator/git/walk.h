// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

/// Visits the commits reachable from some tips and from none of the hidden
/// ones, newest first by committer date as `git log` does.  Reads each object
/// once and hands it on.
class CommitWalk {
 public:
  struct Step {
    ObjectId id;
    /// The raw object; empty where it could not be read.
    Bytes object;
    /// Why it could not be read, or why the walk is incomplete behind it.
    std::string error;
  };

  CommitWalk(const Repository& repository, std::vector<ObjectId> tips,
             std::vector<ObjectId> hidden);
  ~CommitWalk();

  /// Nothing when all were visited.
  std::optional<Step> Next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace commitgate
