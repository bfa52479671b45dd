// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hooks/push/deciding.h"
#include "hooks/window/window.h"

namespace commitgate {

/// Looks for a tag or another policed branch that has what a rewrite of one ref
/// takes away (the last part of S11).  Its answers name the ref; nothing means
/// that what goes is nowhere else, or was there before it came here.
class ElsewhereSearch {
 public:
  /// `before` is what the ref is, as a commit; it reaches all that goes.
  ElsewhereSearch(const Deciding& deciding, std::string ref,
                  const ObjectId& before)
      : deciding_(deciding), ref_(std::move(ref)), before_(before) {}

  std::optional<std::string> Find(const std::vector<GoneCommit>& gone);

  /// What was found is a push under way whose commits cannot be seen yet.
  bool is_busy() const { return is_busy_; }

 private:
  /// What a ref has, or soon may have.
  struct Place {
    std::string ref;
    ObjectId tip;
  };

  bool Counts(const std::string& ref) const;
  void CollectThere();
  void CollectUnderWay();
  void CollectTagsOfPush();
  void AddPlace(const std::string& ref, const ObjectId& target);

  /// Looks at some of the places.  Halving finds the few in question among very
  /// many tags with a handful of walks.
  std::optional<std::string> FindIn(const std::vector<GoneCommit>& gone,
                                    size_t first, size_t last);
  std::optional<std::string> JudgePlace(const Place& place,
                                        const std::vector<GoneCommit>& shared);
  bool IsExcused(const std::string& other,
                 const std::vector<GoneCommit>& alike);

  std::vector<GoneCommit> ReachedOf(const std::vector<GoneCommit>& gone,
                                    const std::vector<ObjectId>& tips) const;
  /// Of what a ref once was.  Nothing where that may have been pruned.
  std::optional<std::vector<GoneCommit>> ReachedBefore(
      const std::vector<GoneCommit>& gone,
      const std::optional<LedgerTip>& tip) const;

  const Deciding& deciding_;
  const std::string ref_;
  const ObjectId before_;
  std::vector<Place> places_;
  /// The ref of a push under way that cannot be read.
  std::optional<std::string> unseen_;
  bool is_busy_ = false;
};

}  // namespace commitgate
