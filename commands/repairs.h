// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "commands/fix_options.h"
#include "hooks/project/project.h"
#include "validator/git/config.h"
#include "validator/repair/repair.h"

namespace commitgate {

/// What messages are repaired by: the policy, and the project around them.
class Repairs {
 public:
  /// Of commits that `repository` has.  REQUIRES: the options outlive this.
  static Repairs OfCommits(const FixOptions& options,
                           const Repository& repository);
  /// Of messages from elsewhere.
  static Repairs OfMessages(const FixOptions& options,
                            const Environment& environment,
                            const GitConfig& config);

  /// Throws Error: the message cannot be judged.
  Repaired Of(const Commit& commit) const;

 private:
  Repairs(const FixOptions& options, Policy policy,
          const std::optional<std::string>& work_tree, bool has_repository);

  const FixOptions& options_;
  /// Apart, for the project keeps a reference to it when this is moved.
  std::unique_ptr<const Policy> policy_;
  Project project_;
};

}  // namespace commitgate
