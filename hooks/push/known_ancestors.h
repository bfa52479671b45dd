// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <utility>

#include "validator/git/object_id.h"

namespace commitgate {

/// Commits that somebody has seen to be behind others, so that nobody has to
/// walk there again.  What is not known here may be so all the same.
class KnownAncestors {
 public:
  void Add(const ObjectId& ancestor, const ObjectId& descendant) {
    pairs_.emplace(ancestor, descendant);
  }

  bool Has(const ObjectId& ancestor, const ObjectId& descendant) const {
    return pairs_.contains({ancestor, descendant});
  }

 private:
  std::set<std::pair<ObjectId, ObjectId>> pairs_;
};

}  // namespace commitgate
