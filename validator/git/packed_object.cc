// SPDX-License-Identifier: MIT
#include "validator/git/packed_object.h"

#include <memory>
#include <utility>
#include <vector>

#include "validator/git/inflate.h"
#include "validator/git/pack_delta.h"
#include "validator/git/pack_entry.h"

namespace commitgate {
namespace {

/// No git writes more deltas on top of each other.
constexpr size_t kMostDeltas = 4095;

struct PlacedEntry {
  uint64_t offset = 0;
  PackEntry entry;
};

/// An object and the deltas that make another one of it.
struct DeltaChain {
  ObjectType type = ObjectType::kTree;
  PlacedEntry base;
  /// The content of the base, where it is a tree that was read lately.
  TreeCache::Tree known_base;
  /// The last one is the first to be applied.
  std::vector<PlacedEntry> deltas;
};

std::optional<uint64_t> OffsetOfBase(const PackIndex& index,
                                     const PackEntry& delta) {
  return delta.base_id ? index.Find(*delta.base_id) : delta.base_offset;
}

TreeCache::Place PlaceOf(const PackView& pack, uint64_t offset) {
  return {pack.bytes.data(), offset};
}

bool MayBeTree(const PackEntry& entry) {
  return entry.type.value_or(ObjectType::kTree) == ObjectType::kTree;
}

/// Back to an object that is whole, or known.
std::optional<DeltaChain> FollowDeltas(const PackView& pack, uint64_t offset) {
  DeltaChain chain;
  while (chain.deltas.size() <= kMostDeltas) {
    const auto entry = ReadPackEntry(pack.bytes, offset);
    if (!entry)
      return std::nullopt;
    chain.base = {offset, *entry};
    chain.type = entry->type.value_or(ObjectType::kTree);
    if (MayBeTree(*entry))
      chain.known_base = pack.trees.Find(PlaceOf(pack, offset));
    if (entry->type || chain.known_base)
      return chain;
    const auto base = OffsetOfBase(pack.index, *entry);
    if (!base)
      return std::nullopt;
    chain.deltas.push_back(chain.base);
    offset = *base;
  }
  return std::nullopt;
}

std::optional<Bytes> Inflate(const PackEntry& entry) {
  return InflateExactly(entry.stream, entry.size);
}

std::optional<Bytes> Apply(const PackEntry& delta, std::string_view base) {
  const auto inflated = Inflate(delta);
  return inflated ? ApplyDelta(base, View(*inflated)) : std::nullopt;
}

TreeCache::Tree Keep(const PackView& pack, uint64_t offset,
                     std::optional<Bytes> bytes) {
  if (!bytes)
    return nullptr;
  auto tree = std::make_shared<const Bytes>(*std::move(bytes));
  pack.trees.Keep(PlaceOf(pack, offset), tree);
  return tree;
}

std::optional<StoredObject> ReadTree(const PackView& pack,
                                     const DeltaChain& chain) {
  TreeCache::Tree tree = chain.known_base;
  if (!tree)
    tree = Keep(pack, chain.base.offset, Inflate(chain.base.entry));
  for (auto delta = chain.deltas.rbegin(); delta != chain.deltas.rend();
       ++delta) {
    if (!tree)
      return std::nullopt;
    tree = Keep(pack, delta->offset, Apply(delta->entry, View(*tree)));
  }
  if (!tree)
    return std::nullopt;
  return StoredObject{ObjectType::kTree, *tree};
}

}  // namespace

std::optional<StoredObject> ReadPackedObject(const PackView& pack,
                                             uint64_t offset) {
  const auto chain = FollowDeltas(pack, offset);
  if (!chain)
    return std::nullopt;
  if (chain->type == ObjectType::kTree)
    return ReadTree(pack, *chain);
  auto content = Inflate(chain->base.entry);
  for (auto delta = chain->deltas.rbegin();
       content && delta != chain->deltas.rend(); ++delta)
    content = Apply(delta->entry, View(*content));
  if (!content)
    return std::nullopt;
  return StoredObject{chain->type, *std::move(content)};
}

std::optional<ObjectHeader> ReadPackedHeader(const PackView& pack,
                                             uint64_t offset) {
  const auto chain = FollowDeltas(pack, offset);
  if (!chain)
    return std::nullopt;
  if (chain->deltas.empty() && chain->known_base)
    return ObjectHeader{chain->type, chain->known_base->size()};
  if (chain->deltas.empty())
    return ObjectHeader{chain->type, chain->base.entry.size};
  const auto delta = Inflate(chain->deltas.front().entry);
  const auto size = delta ? SizeOfResult(View(*delta)) : std::nullopt;
  if (!size)
    return std::nullopt;
  return ObjectHeader{chain->type, *size};
}

}  // namespace commitgate
