// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <memory>
#include <string_view>
#include <utility>

#include "hooks/project/lazy_repository.h"
#include "hooks/project/subsystem_history.h"
#include "validator/engine/views.h"

namespace commitgate {

/// A repository as rules see it.
class GitRepositoryView : public RepositoryView {
 public:
  /// REQUIRES: `repository` outlives it.  Looks back over other commits until
  /// `is_late` says so, then that throws Error; empty: it never is.
  explicit GitRepositoryView(const LazyRepository& repository,
                             std::function<bool()> is_late = {})
      : repository_(repository), history_(std::move(is_late)) {}

  NamedCommit Find(std::string_view hex, const Commit& from) const override;
  bool Stores(const Commit& commit) const override;
  std::shared_ptr<const Changes> ChangesOf(const Commit& commit) const override;

 private:
  const LazyRepository& repository_;
  mutable SubsystemHistory history_;
};

}  // namespace commitgate
