// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

/// Numbers object ids from 0 in the order in which they are met.  About 30
/// bytes an id.
class IdTable {
 public:
  struct Place {
    uint32_t number;
    bool is_new;
  };

  IdTable();

  Place Insert(const ObjectId& id);
  size_t size() const { return ids_.size(); }

 private:
  size_t FindSlot(const ObjectId& id) const;
  void Grow();

  std::vector<ObjectId> ids_;
  /// Open addressing; a power of two of numbers into `ids_`, or kFree.
  std::vector<uint32_t> slots_;
};

}  // namespace commitgate
