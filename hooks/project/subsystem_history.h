// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
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

  /// With so many hashes of paths, 32 MB, all is forgotten.
  static constexpr size_t kMostHashes = 4'000'000;

  /// Once `is_late` says so, Find throws Error; empty: it never is.
  explicit SubsystemHistory(std::function<bool()> is_late = {},
                            size_t most_hashes = kMostHashes)
      : is_late_(std::move(is_late)), most_hashes_(most_hashes) {}

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
    /// That of the parent, once somebody went on to it.
    Step* before = nullptr;
    /// Of `changed`: two steps without a bit in common change nothing in
    /// common, and most can be passed over for that.
    uint64_t filter = 0;
    std::vector<std::string> subsystems = {};
    /// Hashes of what it changes, sorted: paths themselves would take too much
    /// room.  Not looked for where it names no subsystem.
    std::vector<size_t> changed = {};
  };

  Step& StepOf(const Repository& repository, const ObjectId& id);
  Step* Before(const Repository& repository, Step& step);
  static Step Read(const Repository& repository, const ObjectId& id);

  std::function<bool()> is_late_;
  const size_t most_hashes_;
  std::mutex mutex_;
  std::unordered_map<ObjectId, Step> steps_;
  size_t hashes_ = 0;
  /// How often all steps were forgotten.
  int times_forgotten_ = 0;
};

}  // namespace commitgate
