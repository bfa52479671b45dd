// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

/// The refs of a repository as they are before a push.  What was looked at once
/// stays as it was; all refs are read only when they are asked for, since there
/// may be very many.
class RefSnapshot {
 public:
  /// REQUIRES: `repository` outlives it.
  explicit RefSnapshot(const Repository& repository)
      : repository_(&repository) {}

  /// Nothing where there is no such ref.  Throws Error.
  std::optional<ObjectId> Value(const std::string& name);

  /// Throws Error.
  const std::vector<Ref>& All();

 private:
  const Repository* repository_;
  std::map<std::string, std::optional<ObjectId>> values_;
  std::optional<std::vector<Ref>> all_;
};

}  // namespace commitgate
