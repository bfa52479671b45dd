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

/// What one read may inflate and make on its way.
constexpr size_t kMostChainBytes = 64 << 20;

struct PlacedEntry {
  uint64_t offset = 0;
  PackEntry entry;
};

/// An object and the deltas that make another one of it.
struct DeltaChain {
  ObjectType type = ObjectType::kBlob;
  PlacedEntry base;
  /// The base, where it was read lately.
  BaseCache::Base known_base;
  /// The last one is the first to be applied.
  std::vector<PlacedEntry> deltas;
};

std::optional<uint64_t> OffsetOfBase(const PackIndex& index,
                                     const PackEntry& delta) {
  return delta.base_id ? index.Find(*delta.base_id) : delta.base_offset;
}

BaseCache::Place PlaceOf(const PackView& pack, uint64_t offset) {
  return {pack.bytes.data(), offset};
}

/// Trees are mostly bases of others; of what else is whole that is known only
/// where a delta of it is read.
bool IsWorthKeeping(const DeltaChain& chain) {
  const std::optional<ObjectType> type = chain.base.entry.type;
  return !type || *type == ObjectType::kTree || !chain.deltas.empty();
}

/// Back to an object that is whole, or known.
std::optional<DeltaChain> FollowDeltas(const PackView& pack, uint64_t offset) {
  DeltaChain chain;
  while (chain.deltas.size() <= kMostDeltas) {
    const auto entry = ReadPackEntry(pack.bytes, offset);
    if (!entry)
      return std::nullopt;
    chain.base = {offset, *entry};
    if (IsWorthKeeping(chain))
      chain.known_base = pack.bases.Find(PlaceOf(pack, offset));
    if (entry->type || chain.known_base) {
      chain.type = entry->type ? *entry->type : chain.known_base->type;
      return chain;
    }
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

BaseCache::Base Keep(const PackView& pack, uint64_t offset, ObjectType type,
                     std::optional<Bytes> content) {
  if (!content)
    return nullptr;
  auto base = std::make_shared<const StoredObject>(type, *std::move(content));
  pack.bases.Keep(PlaceOf(pack, offset), base);
  return base;
}

/// Keeps what it makes on the way, so that a read that ends where that is too
/// much has done a part of the next one's work.
BaseCache::Base ApplyDeltas(const PackView& pack, const DeltaChain& chain) {
  const ObjectType type = chain.type;
  BaseCache::Base made = chain.known_base;
  if (!made)
    made = Keep(pack, chain.base.offset, type, Inflate(chain.base.entry));
  size_t spent = 0;
  for (auto delta = chain.deltas.rbegin(); delta != chain.deltas.rend();
       ++delta) {
    spent += delta->entry.size;
    if (!made || spent > kMostChainBytes)
      return nullptr;
    made = Keep(pack, delta->offset, type,
                Apply(delta->entry, View(made->content)));
    spent += made ? made->content.size() : 0;
  }
  return made;
}

}  // namespace

std::optional<StoredObject> ReadPackedObject(const PackView& pack,
                                             uint64_t offset) {
  const auto chain = FollowDeltas(pack, offset);
  if (!chain)
    return std::nullopt;
  if (IsWorthKeeping(*chain)) {
    const BaseCache::Base made = ApplyDeltas(pack, *chain);
    return made ? std::optional(*made) : std::nullopt;
  }
  auto content = Inflate(chain->base.entry);
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
    return ObjectHeader{chain->type, chain->known_base->content.size()};
  if (chain->deltas.empty())
    return ObjectHeader{chain->type, chain->base.entry.size};
  const auto delta = Inflate(chain->deltas.front().entry);
  const auto size = delta ? SizeOfResult(View(*delta)) : std::nullopt;
  if (!size)
    return std::nullopt;
  return ObjectHeader{chain->type, *size};
}

}  // namespace commitgate
