// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <optional>

#include "validator/git/made_on_demand.h"
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

  static constexpr size_t kBlocks = 128;
  /// In parts, for most processes read only some commits.
  using Block = std::array<Slot, 64>;

  Slot& SlotOf(const ObjectId& commit) {
    const size_t hash = std::hash<ObjectId>()(commit);
    Block& block = blocks_[hash % kBlocks].Get();
    return block[hash / kBlocks % block.size()];
  }

  std::array<MadeOnDemand<Block>, kBlocks> blocks_;
};

}  // namespace commitgate
