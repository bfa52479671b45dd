// SPDX-License-Identifier: MIT
#include "validator/git/tree_cache.h"

#include <utility>

namespace commitgate {
namespace {

/// Holds a slot, or does not where another thread does.
class Turn {
 public:
  explicit Turn(std::atomic_flag& busy)
      : busy_(busy), is_mine_(!busy.test_and_set(std::memory_order_acquire)) {}
  ~Turn() {
    if (is_mine_)
      busy_.clear(std::memory_order_release);
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  bool is_mine() const { return is_mine_; }

 private:
  std::atomic_flag& busy_;
  const bool is_mine_;
};

}  // namespace

TreeCache::Slot& TreeCache::SlotOf(const Place& place) {
  constexpr uint64_t kGoldenRatio = 0x9e3779b97f4a7c15;
  return slots_[(place.offset * kGoldenRatio >> 32) % slots_.size()];
}

TreeCache::Tree TreeCache::Find(const Place& place) {
  Slot& slot = SlotOf(place);
  const Turn turn(slot.busy);
  if (!turn.is_mine() || slot.place != place)
    return nullptr;
  return slot.tree;
}

void TreeCache::Keep(const Place& place, const Tree& tree) {
  Slot& slot = SlotOf(place);
  // Freed when the slot is not held any longer.
  Tree forgotten;
  const Turn turn(slot.busy);
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
