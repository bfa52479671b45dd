// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "hooks/project/lazy_repository.h"
#include "hooks/project/roster_walk.h"
#include "validator/engine/views.h"

namespace commitgate {

/// What a roster said once, as rules see it.
class GitRosterHistory : public RosterHistory {
 public:
  /// REQUIRES: `repository` outlives it.
  GitRosterHistory(const LazyRepository& repository, RosterWalk walk)
      : repository_(repository), walk_(std::move(walk)) {}

  std::optional<Removal> FindRemoval(std::string_view email) const override {
    const std::lock_guard lock(mutex_);
    return walk_.Find(repository_.Get(), email);
  }

 private:
  const LazyRepository& repository_;
  mutable std::mutex mutex_;
  mutable RosterWalk walk_;
};

}  // namespace commitgate
