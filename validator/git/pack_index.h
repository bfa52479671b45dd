// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "validator/git/id_range.h"

namespace commitgate {

/// Where the objects of a pack are: its index in version 2, which git has
/// written since 2008 (gitformat-pack(5)).
class PackIndex {
 public:
  /// Keeps views of `file`.  Nothing where it is of another version, or its
  /// parts do not fit.
  static std::optional<PackIndex> Parse(std::string_view file);

  uint32_t count() const { return count_; }

  /// The last bytes of the pack that this is the index of.
  std::string_view pack_checksum() const { return pack_checksum_; }

  /// How many bytes into the pack; nothing where it is not there.  Not more
  /// than what the index says: it can be behind the end.
  std::optional<uint64_t> Find(const ObjectId& id) const;

  /// Adds those in `range`.
  void AddIds(const IdRange& range, FoundIds& found) const;

 private:
  /// Of the first that is not before `id`; `count()` where all are.
  size_t PositionOf(const ObjectId& id) const;
  std::optional<uint64_t> OffsetOf(size_t position) const;
  std::string_view IdAt(size_t position) const;

  uint32_t count_ = 0;
  /// How many ids begin with as much as each byte.
  std::string_view fanout_;
  std::string_view ids_;
  /// One for each id: where it is, or which of `large_offsets_` tells.
  std::string_view offsets_;
  std::string_view large_offsets_;
  std::string_view pack_checksum_;
};

}  // namespace commitgate
