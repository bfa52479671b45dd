// SPDX-License-Identifier: MIT
#include "validator/git/tree_cache.h"

#include <utility>

#include "validator/git/slot_turn.h"

namespace commitgate {
TreeCache::Slot& TreeCache::SlotOf(const Place& place) {
  constexpr uint64_t kGoldenRatio = 0x9e3779b97f4a7c15;
  return slots_[(place.offset * kGoldenRatio >> 32) % slots_.size()];
}

TreeCache::Tree TreeCache::Find(const Place& place) {
  Slot& slot = SlotOf(place);
  const SlotTurn turn(slot.busy);
  if (!turn.is_mine() || slot.place != place)
    return nullptr;
  return slot.tree;
}

void TreeCache::Keep(const Place& place, const Tree& tree) {
  Slot& slot = SlotOf(place);
  // Freed when the slot is not held any longer.
  Tree forgotten;
  const SlotTurn turn(slot.busy);
  if (!turn.is_mine())
    return;
  forgotten = std::exchange(slot.tree, nullptr);
  slot.place = {};
  if (forgotten)
    bytes_ -= forgotten->size();
  if (bytes_.fetch_add(tree->size()) + tree->size() > kMostBytes) {
    bytes_ -= tree->size();
    return;
  }
  slot.place = place;
  slot.tree = tree;
}

}  // namespace commitgate
