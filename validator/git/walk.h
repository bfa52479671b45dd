// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

/// Visits the commits reachable from some tips and from none of the hidden
/// ones, newest first by committer date as `git log` does.  Reads each object
/// once and hands it on.
///
/// Without hidden commits it streams and keeps no more than the ids that it
/// has met.  With hidden ones all is settled before the first step, and the
/// objects are kept until they are handed on.
///
/// Dates decide the order, never which commits are visited, but for one bound:
/// when everything left to read is hidden, the walk goes on for as many commits
/// again as it has read, at least 1,024, and then takes no further hidden
/// history for an ancestor of what it found.  Only the whole history could
/// prove that.  Longer runs of commits dated before all others make too many
/// commits come out, never too few.
class CommitWalk {
 public:
  struct Step {
    ObjectId id;
    /// The raw object; empty where it could not be read.
    Bytes object;
    /// Why it could not be read, or why its parents are unknown.  The walk
    /// goes on with the other commits.
    std::string error;
    /// The commit has parents, but a shallow clone does not.
    bool cut_off = false;
  };

  /// REQUIRES: `repository` outlives the walk.  Throws Error where a hidden
  /// commit of the list cannot be read; behind it, what cannot be read hides
  /// nothing.
  CommitWalk(const Repository& repository, const std::vector<ObjectId>& tips,
             const std::vector<ObjectId>& hidden);
  ~CommitWalk();
  CommitWalk(CommitWalk&&) noexcept;
  CommitWalk& operator=(CommitWalk&&) noexcept;

  /// Nothing when all were visited.
  std::optional<Step> Next();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace commitgate
