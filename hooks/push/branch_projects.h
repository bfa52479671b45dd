// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "hooks/project/project.h"
#include "hooks/push/candidate.h"
#include "hooks/push/gates.h"
#include "hooks/push/membership.h"
#include "hooks/push/ref_snapshot.h"

namespace commitgate {

/// What the branches that are pushed to tell of their project, each as it is
/// before the push: nobody can bring people of their own.
class BranchProjects {
 public:
  /// REQUIRES: all outlive it.
  BranchProjects(const GateInput& input, RefSnapshot& refs)
      : input_(input), refs_(refs) {}

  /// For rules that need so much; the same for branches that tell the same.
  /// Lives as long as this.  Throws Error: something cannot be read.
  const Views& ViewsFor(const Candidate& candidate, Needs needs);

  /// Of the pusher, by the roster of the branch.  REQUIRES: somebody pushes.
  Membership PushersMembership(const Candidate& candidate);

  /// What is missing of what the policy names, a line each.
  std::vector<std::string> Notes() const;

 private:
  /// What the rules need, and which files say it.
  using Key = std::pair<Needs, std::array<std::optional<ObjectId>, 3>>;
  struct Known {
    Project project;
    Views views;
  };

  std::optional<ObjectId> Before(const Candidate& candidate);
  Key KeyOf(Needs needs, const std::optional<ObjectId>& before) const;
  Views WithPush(Views views) const;

  const GateInput& input_;
  RefSnapshot& refs_;
  std::map<Key, Known> known_;
};

}  // namespace commitgate
