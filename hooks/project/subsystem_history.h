// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "validator/engine/views.h"
#include "validator/git/repository.h"

namespace commitgate {

/// Which subsystems commits name, and what they change.  Remembers what it has
/// read, for commits that are judged one after the other have nearly the same
/// history.  May be asked by several threads, with the same repository.
class SubsystemHistory {
 public:
  /// So many first parents are looked at.
  static constexpr int kMostCommits = 3'000;

  /// Once `is_late` says so, Find throws Error; empty: it never is.
  explicit SubsystemHistory(std::function<bool()> is_late = {})
      : is_late_(std::move(is_late)) {}

  /// What Changes::SubsystemsOf asks, for the commits before `commit` on its
  /// own branch: first parents only.  Merges, and commits that name no
  /// subsystem, are passed over.  Throws Error.
  std::vector<Changes::Used> Find(const Repository& repository,
                                  const ObjectId& commit,
                                  const std::vector<std::string>& paths,
                                  int newest);

 private:
  struct Step {
    std::optional<ObjectId> parent = {};
    std::vector<std::string> subsystems = {};
    /// Hashes of what it changes, sorted: paths themselves would take too much
    /// room.  Not looked for where it names no subsystem.
    std::vector<size_t> changed = {};
  };

  const Step& StepOf(const Repository& repository, const ObjectId& id);
  static Step Read(const Repository& repository, const ObjectId& id);

  std::function<bool()> is_late_;
  std::mutex mutex_;
  std::unordered_map<ObjectId, Step> steps_;
  size_t hashes_ = 0;
};

}  // namespace commitgate
