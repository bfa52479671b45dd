// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "validator/engine/judge.h"
#include "validator/repair/step.h"

namespace commitgate {

/// A message after everything was repaired that can be without asking anybody.
struct Repaired {
  /// What was done, in this order; nothing where the message is as it was.
  std::vector<const RepairStep*> steps;
  /// As stored, from the title on, with a line feed at the end.
  std::string text;
  /// The commit with this message; its lines are numbered from the title.
  Commit commit;
  /// Of that commit: what is left is for people.
  Verdict verdict;

  bool IsChanged() const { return !steps.empty(); }
};

/// Repairs the message of `commit`, which has to outlive the result.  A step is
/// taken only if rules report less afterwards, none reports anything new, and
/// nothing was lost; so repairing once more does nothing.  A message that
/// cannot be judged, or read in its charset, stays as it is.  Throws Error as
/// Judge.
Repaired RepairMessage(const Commit& commit, const Policy& policy, Stage stage,
                       const Views& views = {});

}  // namespace commitgate
