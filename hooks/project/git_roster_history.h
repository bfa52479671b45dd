// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "hooks/project/guarded_repository.h"
#include "hooks/project/roster_walk.h"
#include "validator/engine/views.h"

namespace commitgate {

/// What a roster said once, as rules see it.
class GitRosterHistory : public RosterHistory {
 public:
  /// REQUIRES: `repository` outlives it.
  GitRosterHistory(const GuardedRepository& repository, RosterWalk walk)
      : repository_(repository), walk_(std::move(walk)) {}

  std::optional<Removal> FindRemoval(std::string_view email) const override {
    return repository_.With([&](const Repository& repository) {
      return walk_.Find(repository, email);
    });
  }

 private:
  const GuardedRepository& repository_;
  /// Used with the repository only.
  mutable RosterWalk walk_;
};

}  // namespace commitgate
