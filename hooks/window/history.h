// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "validator/git/object_id.h"

namespace commitgate {

/// What the window wants to know of commits.  A tip that is nothing reaches
/// nothing.
class CommitHistory {
 public:
  virtual ~CommitHistory() = default;

  /// The commits reachable from `tip` and from none of `hidden`, parents before
  /// children.  Never too few; empty exactly if `tip` is reachable from the
  /// hidden ones.  Throws Error: one cannot be read.
  virtual std::vector<ObjectId> Difference(
      const std::optional<ObjectId>& tip,
      const std::vector<ObjectId>& hidden) const = 0;

  virtual bool HaveSameTree(const ObjectId& a, const ObjectId& b) const = 0;
};

}  // namespace commitgate
