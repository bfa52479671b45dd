// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "validator/git/object_store.h"

namespace commitgate {

/// An object in a pack, or what makes it out of another one.
struct PackEntry {
  /// Nothing: it is a delta, and of its base's type.
  std::optional<ObjectType> type;
  /// The base of a delta by its name; nothing where it is at `base_offset`.
  std::optional<ObjectId> base_id = {};
  /// How many bytes into the pack; before the entry itself.
  uint64_t base_offset = 0;
  /// Of what is in `stream`: the object or the delta.
  size_t size = 0;
  /// A zlib stream, and all that is behind it.
  std::string_view stream = {};
};

/// Nothing where there is no entry that this knows, or one whose size is more
/// than kMostObjectBytes.
std::optional<PackEntry> ReadPackEntry(std::string_view pack, uint64_t offset);

}  // namespace commitgate
