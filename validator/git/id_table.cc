// SPDX-License-Identifier: MIT
#include "validator/git/id_table.h"

#include <functional>
#include <string_view>

namespace commitgate {
namespace {

constexpr uint32_t kFree = UINT32_MAX;
constexpr size_t kFirstSize = 1024;

/// Of all bytes: an id is a hash already, but whoever makes a commit may name
/// parents that start alike.
size_t Hash(const ObjectId& id) {
  const auto* bytes = reinterpret_cast<const char*>(id.bytes.data());
  return std::hash<std::string_view>()({bytes, id.bytes.size()});
}

}  // namespace

IdTable::IdTable() : slots_(kFirstSize, kFree) {}

IdTable::Place IdTable::Insert(const ObjectId& id) {
  const size_t slot = FindSlot(id);
  if (slots_[slot] != kFree)
    return {slots_[slot], false};
  const auto number = static_cast<uint32_t>(ids_.size());
  slots_[slot] = number;
  ids_.push_back(id);
  if (ids_.size() > slots_.size() / 4 * 3)
    Grow();
  return {number, true};
}

size_t IdTable::FindSlot(const ObjectId& id) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = Hash(id) & mask;
  while (slots_[slot] != kFree && ids_[slots_[slot]] != id)
    slot = (slot + 1) & mask;
  return slot;
}

void IdTable::Grow() {
  slots_.assign(2 * slots_.size(), kFree);
  for (uint32_t number = 0; number < ids_.size(); ++number)
    slots_[FindSlot(ids_[number])] = number;
}

}  // namespace commitgate
