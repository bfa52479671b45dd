// SPDX-License-Identifier: MIT
#include "validator/git/recent_trees.h"

#include "validator/git/slot_turn.h"

namespace commitgate {

std::optional<ObjectId> RecentTrees::Find(const ObjectId& commit) {
  Slot& slot = SlotOf(commit);
  const SlotTurn turn(slot.busy);
  // A slot that was never filled has a name that no object has.
  if (!turn.is_mine() || slot.commit != commit || commit == ObjectId{})
    return std::nullopt;
  return slot.tree;
}

void RecentTrees::Keep(const ObjectId& commit, const ObjectId& tree) {
  Slot& slot = SlotOf(commit);
  const SlotTurn turn(slot.busy);
  if (!turn.is_mine())
    return;
  slot.commit = commit;
  slot.tree = tree;
}

}  // namespace commitgate
