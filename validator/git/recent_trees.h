// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <optional>

#include "validator/git/object_id.h"

namespace commitgate {

/// The trees of commits that were read lately: who reads a commit often asks
/// for its tree and for its parent's soon after.  Any number of threads may use
/// it at once, and it may forget at any time.
class RecentTrees {
 public:
  std::optional<ObjectId> Find(const ObjectId& commit);
  void Keep(const ObjectId& commit, const ObjectId& tree);

 private:
  struct Slot {
    std::atomic_flag busy;
    ObjectId commit;
    ObjectId tree;
  };

  Slot& SlotOf(const ObjectId& commit) {
    return slots_[std::hash<ObjectId>()(commit) % slots_.size()];
  }

  std::array<Slot, 2048> slots_;
};

}  // namespace commitgate
