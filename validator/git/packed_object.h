// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "validator/git/base_cache.h"
#include "validator/git/object_store.h"
#include "validator/git/pack_index.h"

namespace commitgate {

/// What is needed to read objects of a pack.
struct PackView {
  std::string_view bytes;
  const PackIndex& index;
  BaseCache& bases;
};

/// The object `offset` bytes into the pack.  Nothing where something on the way
/// is damaged, too large, or a delta of a base that is elsewhere.  Bounded in
/// time and memory, and ends where deltas go in a circle.
std::optional<StoredObject> ReadPackedObject(const PackView& pack,
                                             uint64_t offset);

/// The same without its content; reads of deltas only the last.
std::optional<ObjectHeader> ReadPackedHeader(const PackView& pack,
                                             uint64_t offset);

}  // namespace commitgate
