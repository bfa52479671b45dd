// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "hooks/push/candidate.h"
#include "validator/git/object_id.h"

namespace commitgate {

/// What is wrong with the commits of one ref, for those who have to mend it.
struct Faults {
  /// What was pushed.
  ObjectId tip;
  /// What the ref is at, if `tip` has it in its history.
  std::optional<ObjectId> current = {};
  /// Commits to be reworded, parents before children.
  std::vector<ObjectId> bad = {};
  /// Merges that must not be there, likewise.
  std::vector<ObjectId> merges = {};
  /// The first of them all; it may have no parents.
  ObjectId first = {};
  bool first_is_root = false;
  /// There are merges that may stay.
  bool keeps_merges = false;

  bool IsEmpty() const { return bad.empty() && merges.empty(); }
};

/// The commands that mend exactly this, to copy.  REQUIRES: there is something.
Remark HowToMend(const Faults& faults);

}  // namespace commitgate
