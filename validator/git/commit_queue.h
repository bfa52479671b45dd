// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "validator/git/repository.h"
#include "validator/git/walk.h"

namespace commitgate {

/// Commits that wait to be visited: the newest comes out first, of equally old
/// ones the one that came in first.  Each is read when it comes in, for its
/// date is in the object.
class CommitQueue {
 public:
  struct Entry {
    CommitWalk::Step step;
    /// Those that may be followed: none behind a shallow boundary.
    std::vector<ObjectId> parents;
    int64_t date = 0;
    /// The caller's own.
    uint32_t number = 0;
    /// When it came in.
    uint64_t turn = 0;
  };

  explicit CommitQueue(const Repository& repository)
      : repository_(&repository) {}

  /// A commit that cannot be read comes out at `date`: its child's.
  void Add(const ObjectId& id, uint32_t number, int64_t date);

  /// REQUIRES: not empty.
  Entry Pop();

  /// REQUIRES: not empty.
  int64_t NewestDate() const { return heap_.front().date; }

  bool empty() const { return heap_.empty(); }

 private:
  const Repository* repository_;
  std::vector<Entry> heap_;
  uint64_t turns_ = 0;
};

}  // namespace commitgate
