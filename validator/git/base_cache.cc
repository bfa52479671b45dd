// SPDX-License-Identifier: MIT
#include "validator/git/base_cache.h"

#include <utility>

#include "validator/git/slot_turn.h"

namespace commitgate {

BaseCache::Slot& BaseCache::SlotOf(const Place& place) {
  constexpr uint64_t kGoldenRatio = 0x9e3779b97f4a7c15;
  Slots& slots = slots_.Get();
  return slots[(place.offset * kGoldenRatio >> 32) % slots.size()];
}

BaseCache::Base BaseCache::Find(const Place& place) {
  Slot& slot = SlotOf(place);
  const SlotTurn turn(slot.busy);
  if (!turn.is_mine() || slot.place != place)
    return nullptr;
  slot.is_recent = true;
  return slot.base;
}

/// Forgets what is in it where nobody has asked for that since the last time.
void BaseCache::Pass(Slot& slot) {
  // Freed when the slot is not held any longer.
  Base forgotten;
  const SlotTurn turn(slot.busy);
  if (!turn.is_mine() || !slot.base || std::exchange(slot.is_recent, false))
    return;
  forgotten = std::exchange(slot.base, nullptr);
  slot.place = {};
  bytes_ -= forgotten->content.size();
}

/// False where others hold too much of it just now.
bool BaseCache::MakeRoom() {
  Slots& slots = slots_.Get();
  for (size_t step = 0; step < 2 * slots.size(); ++step) {
    if (bytes_ <= kMostBytes)
      return true;
    Pass(slots[hand_++ % slots.size()]);
  }
  return bytes_ <= kMostBytes;
}

void BaseCache::Keep(const Place& place, const Base& base) {
  const size_t size = base->content.size();
  if (size > kMostBytesOfOne)
    return;
  Slot& slot = SlotOf(place);
  // Freed when the slot is not held any longer.
  Base forgotten;
  const SlotTurn turn(slot.busy);
  if (!turn.is_mine())
    return;
  forgotten = std::exchange(slot.base, nullptr);
  slot.place = {};
  if (forgotten)
    bytes_ -= forgotten->content.size();
  bytes_ += size;
  if (!MakeRoom()) {
    bytes_ -= size;
    return;
  }
  slot.is_recent = true;
  slot.place = place;
  slot.base = base;
}

}  // namespace commitgate
