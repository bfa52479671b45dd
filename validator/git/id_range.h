// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "validator/git/object_id.h"

namespace commitgate {

/// All ids from one to another, both of which belong to it.
struct IdRange {
  ObjectId first;
  ObjectId last;

  /// Those that begin with `hex`; nothing where that is no part of an id.
  static std::optional<IdRange> OfPrefix(std::string_view hex);

  bool Has(const ObjectId& id) const { return first <= id && id <= last; }
};

/// Ids that were found, as far as there is room.
struct FoundIds {
  size_t most = 0;
  std::vector<ObjectId> ids;

  bool IsFull() const { return ids.size() >= most; }
};

}  // namespace commitgate
