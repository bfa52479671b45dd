// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>

#include "validator/message/commit.h"

namespace commitgate {

/// Trees of packs that were read lately.  Most are deltas of one that is read
/// just before or after, and without that one a chain of deltas would have to
/// be followed each time.
///
/// Any number of threads may use it at once; none waits for another, and what
/// would have to is not kept or not found.
class TreeCache {
 public:
  /// How much is kept at most.
  static constexpr size_t kMostBytes = 16 << 20;

  using Tree = std::shared_ptr<const Bytes>;

  /// Where a tree is, packed.
  struct Place {
    /// The first byte of the pack.
    const char* pack = nullptr;
    uint64_t offset = 0;

    bool operator==(const Place&) const = default;
  };

  /// Null where it is not kept.
  Tree Find(const Place& place);

  /// May forget others for it.
  void Keep(const Place& place, const Tree& tree);

 private:
  struct Slot {
    std::atomic_flag busy;
    Place place;
    Tree tree;
  };

  Slot& SlotOf(const Place& place);

  std::array<Slot, 1024> slots_;
  std::atomic<size_t> bytes_ = 0;
};

}  // namespace commitgate
