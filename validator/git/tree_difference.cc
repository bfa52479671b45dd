// SPDX-License-Identifier: MIT
#include "validator/git/tree_difference.h"

#include <algorithm>

namespace commitgate {
namespace {

using Entries = std::vector<RawTreeEntry>;

/// Moves `entry`, which `tree` starts with.
void Move(const RawTreeEntry& entry, std::string_view& tree, Entries& entries) {
  entries.push_back(entry);
  tree.remove_prefix(entry.size);
}

/// Returns false where the tree is malformed.
bool MoveAll(std::string_view tree, Entries& entries) {
  while (!tree.empty()) {
    const auto entry = FirstEntry(tree);
    if (!entry)
      return false;
    Move(*entry, tree, entries);
  }
  return true;
}

/// Collects what is not the same on both sides.  Of trees that are not sorted
/// this may be more than what differs.  Returns false where one is malformed.
bool PassOverTheSame(std::string_view before, std::string_view after,
                     Entries& only_before, Entries& only_after) {
  while (!before.empty() && !after.empty()) {
    const auto old = FirstEntry(before);
    if (!old)
      return false;
    if (after.starts_with(before.substr(0, old->size))) {
      before.remove_prefix(old->size);
      after.remove_prefix(old->size);
      continue;
    }
    const auto now = FirstEntry(after);
    if (!now)
      return false;
    const int order = CompareEntries(*old, *now);
    if (order <= 0)
      Move(*old, before, only_before);
    if (order >= 0)
      Move(*now, after, only_after);
  }
  return MoveAll(before, only_before) && MoveAll(after, only_after);
}

void Sort(Entries& entries) {
  std::ranges::stable_sort(entries,
                           [](const RawTreeEntry& a, const RawTreeEntry& b) {
                             return CompareEntries(a, b) < 0;
                           });
}

bool IsSame(const EntryChange& change) {
  return change.before && change.after &&
         change.before->mode == change.after->mode &&
         change.before->id_bytes == change.after->id_bytes;
}

std::vector<EntryChange> Pair(const Entries& before, const Entries& after) {
  std::vector<EntryChange> changes;
  auto old = before.begin();
  auto now = after.begin();
  while (old != before.end() || now != after.end()) {
    const int order = old == before.end()  ? 1
                      : now == after.end() ? -1
                                           : CompareEntries(*old, *now);
    EntryChange change;
    if (order <= 0)
      change.before = *old++;
    if (order >= 0)
      change.after = *now++;
    if (!IsSame(change))
      changes.push_back(change);
  }
  return changes;
}

}  // namespace

std::optional<std::vector<EntryChange>> FindChanges(std::string_view before,
                                                    std::string_view after) {
  Entries only_before;
  Entries only_after;
  if (!PassOverTheSame(before, after, only_before, only_after))
    return std::nullopt;
  Sort(only_before);
  Sort(only_after);
  return Pair(only_before, only_after);
}

}  // namespace commitgate
