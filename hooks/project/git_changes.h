// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "hooks/project/lazy_repository.h"
#include "hooks/project/subsystem_history.h"
#include "validator/engine/views.h"
#include "validator/git/object_id.h"

namespace commitgate {

/// What a stored commit changes, read when it is asked for.
class GitChanges : public Changes {
 public:
  /// `object` is what is stored under `commit`.  REQUIRES: all outlive it, and
  /// nobody uses the history but with the repository.
  GitChanges(const LazyRepository& repository, SubsystemHistory& history,
             const ObjectId& commit, std::string_view object)
      : repository_(repository),
        history_(history),
        commit_(commit),
        object_(object) {}

  const std::vector<ChangedPath>& paths() const override;
  std::optional<std::string> Before(const std::string& path) const override;
  std::optional<std::string> After(const std::string& path) const override;
  std::vector<Used> SubsystemsOf(const std::vector<std::string>& paths,
                                 int newest) const override;

 private:
  const LazyRepository& repository_;
  SubsystemHistory& history_;
  const ObjectId commit_;
  const std::string_view object_;
  mutable std::optional<std::vector<ChangedPath>> paths_;
};

}  // namespace commitgate
