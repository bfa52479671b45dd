// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "hooks/push/deciding.h"

namespace commitgate {

/// Looks for branches that have a commit and keep it, for all tags of a push.
class BranchSearch {
 public:
  /// `decided` are the verdicts on the request's candidates, those on branches
  /// found by the time of the first question.  REQUIRES: both outlive it.
  BranchSearch(const Deciding& deciding, const std::vector<RefVerdict>& decided)
      : deciding_(deciding), decided_(decided) {}

  bool Keep(const ObjectId& commit);

 private:
  /// A branch that is being rewritten: it keeps what it has before and after.
  struct Changing {
    ObjectId before;
    std::vector<std::optional<ObjectId>> after;
  };

  void Collect();
  void Collect(const Ref& ref);
  const RefUpdate& UpdateAt(size_t i) const;
  bool GoesForward(size_t i, const std::vector<Ref>& refs) const;
  bool IsStable(const ObjectId& commit);
  void ReadStable();
  bool KeepsIt(const Changing& branch, const ObjectId& commit) const;
  bool Has(const ObjectId& tip, const ObjectId& commit) const;

  const Deciding& deciding_;
  const std::vector<RefVerdict>& decided_;
  bool is_collected_ = false;
  size_t asked_ = 0;
  std::vector<ObjectId> stable_;
  std::vector<Changing> changing_;
  /// All that `stable_` reach, once that is read.
  std::optional<std::unordered_set<ObjectId>> reached_;
};

}  // namespace commitgate
