// SPDX-License-Identifier: MIT
#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

#include "hooks/project/git_changes.h"
#include "hooks/project/guarded_repository.h"
#include "hooks/project/subsystem_history.h"
#include "validator/engine/views.h"

namespace commitgate {

/// A repository as rules see it.
class GitRepositoryView : public RepositoryView {
 public:
  /// REQUIRES: `repository` outlives it.
  explicit GitRepositoryView(const GuardedRepository& repository)
      : repository_(repository) {}

  NamedCommit Find(std::string_view hex, const Commit& from) const override;
  bool Stores(const Commit& commit) const override;
  std::shared_ptr<const Changes> ChangesOf(const Commit& commit) const override;

 private:
  using Known = std::pair<ObjectId, std::shared_ptr<const Changes>>;

  const GuardedRepository& repository_;
  mutable SubsystemHistory history_;
  mutable std::mutex mutex_;
  /// Of the commits that were asked for last, newest first.
  mutable std::deque<Known> known_;
};

}  // namespace commitgate
