// SPDX-License-Identifier: MIT
#pragma once

#include <atomic>
#include <mutex>
#include <optional>
#include <utility>

#include "hooks/policy_source.h"
#include "validator/git/repository.h"

namespace commitgate {

/// A repository that is opened when somebody first asks for it.  May be asked
/// by several threads.
class LazyRepository {
 public:
  /// One that is open.  REQUIRES: it outlives this.
  explicit LazyRepository(const Repository& repository)
      : opened_(&repository) {}

  /// One that is opened when it is first asked for, and again where that
  /// failed.
  explicit LazyRepository(OpenRepository open) : open_(std::move(open)) {}

  /// Lives as long as this.  Throws Error where it cannot be opened.
  const Repository& Get() const;

 private:
  OpenRepository open_;
  mutable std::mutex mutex_;
  mutable std::optional<Repository> own_;
  mutable std::atomic<const Repository*> opened_ = nullptr;
};

}  // namespace commitgate
