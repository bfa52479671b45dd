// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <unordered_set>
#include <vector>

#include "validator/git/object_id.h"

namespace commitgate {

/// How many commits a push may bring to be judged, each counted once.
class CommitBudget {
 public:
  using Commits = std::vector<ObjectId>;

  explicit CommitBudget(size_t most) : most_(most) {}

  size_t most() const { return most_; }

  /// Whether there is room for them.
  bool Fits(const Commits& commits);

  void Count(const Commits& commits);

  /// Counts what `find` finds, `at_most` so many: it is asked only where that
  /// makes a difference, for it takes its time.
  void CountLater(size_t at_most, std::function<Commits()> find);

 private:
  size_t CountedWith(const Commits& commits) const;

  const size_t most_;
  std::unordered_set<ObjectId> counted_;
  std::vector<std::function<Commits()>> later_;
  size_t at_most_later_ = 0;
};

}  // namespace commitgate
