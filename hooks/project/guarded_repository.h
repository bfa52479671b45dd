// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <optional>
#include <utility>

#include "hooks/policy_source.h"
#include "validator/git/repository.h"

namespace commitgate {

/// A repository that several threads ask, one at a time.
class GuardedRepository {
 public:
  /// One that only this thread uses besides.  REQUIRES: it outlives this.
  explicit GuardedRepository(const Repository& repository)
      : repository_(&repository) {}

  /// One that is opened when it is first asked, and again where that failed.
  explicit GuardedRepository(OpenRepository open) : open_(std::move(open)) {}

  /// What `ask(repository)` answers; nobody else asks meanwhile.  Throws Error
  /// where it cannot be opened, and what `ask` throws.
  template <typename Ask>
  auto With(Ask ask) const {
    const std::lock_guard lock(mutex_);
    return ask(Opened());
  }

 private:
  const Repository& Opened() const;

  OpenRepository open_;
  mutable std::mutex mutex_;
  mutable std::optional<Repository> own_;
  mutable const Repository* repository_ = nullptr;
};

}  // namespace commitgate
