// SPDX-License-Identifier: MIT
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "hooks/project/guarded_repository.h"
#include "hooks/project/subsystem_history.h"
#include "validator/engine/views.h"
#include "validator/git/object_id.h"

namespace commitgate {

/// What a stored commit changes, read when it is asked for.
class GitChanges : public Changes {
 public:
  /// REQUIRES: repository and history outlive it, and nobody uses the history
  /// but with the repository.
  GitChanges(const GuardedRepository& repository, SubsystemHistory& history,
             const ObjectId& commit)
      : repository_(repository), history_(history), commit_(commit) {}

  const std::vector<ChangedPath>& paths() const override;
  std::optional<std::string> Before(const std::string& path) const override;
  std::optional<std::string> After(const std::string& path) const override;
  std::vector<Used> SubsystemsOf(const std::vector<std::string>& paths,
                                 int newest) const override;

 private:
  const GuardedRepository& repository_;
  SubsystemHistory& history_;
  const ObjectId commit_;
  mutable std::mutex mutex_;
  mutable std::optional<std::vector<ChangedPath>> paths_;
};

}  // namespace commitgate
