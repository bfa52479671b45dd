// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>

#include "validator/git/made_on_demand.h"
#include "validator/git/object_store.h"

namespace commitgate {

/// Objects of packs that were read lately and that others may be deltas of.
/// Most such others are read just before or after, and without their base a
/// chain of deltas would have to be followed each time.
///
/// Any number of threads may use it at once; none waits for another, and what
/// would have to is not kept or not found.
class BaseCache {
 public:
  /// How much is kept at most.
  static constexpr size_t kMostBytes = 16 << 20;
  /// Larger ones are not kept, for many others would be forgotten for them.
  static constexpr size_t kMostBytesOfOne = 4 << 20;

  using Base = std::shared_ptr<const StoredObject>;

  /// Where an object is, packed.
  struct Place {
    /// The first byte of the pack.
    const char* pack = nullptr;
    uint64_t offset = 0;

    bool operator==(const Place&) const = default;
  };

  /// Null where it is not kept.
  Base Find(const Place& place);

  /// Forgets others for it, those first that nobody has asked for lately.
  void Keep(const Place& place, const Base& base);

 private:
  struct Slot {
    std::atomic_flag busy;
    /// Kept or found since the hand came by.
    bool is_recent = false;
    Place place;
    Base base;
  };

  Slot& SlotOf(const Place& place);
  void Pass(Slot& slot);
  bool MakeRoom();

  using Slots = std::array<Slot, 1024>;

  MadeOnDemand<Slots> slots_;
  std::atomic<size_t> bytes_ = 0;
  /// The next slot to be passed, as by the hand of a clock.
  std::atomic<size_t> hand_ = 0;
};

}  // namespace commitgate
