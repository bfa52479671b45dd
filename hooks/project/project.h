// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "hooks/policy_source.h"
#include "validator/engine/judge.h"
#include "validator/git/object_id.h"
#include "validator/git/repository.h"

namespace commitgate {

/// What a project tells about itself beside its commits, for the rules: its
/// people, its owners, its history.  Reads only what the rules of a policy need
/// (NeedsOf), and that once.
class Project {
 public:
  /// For commits made in `work_tree`, or in a bare repository where there is
  /// none: files come from the work tree, else from HEAD, and a path
  /// `<ref>:<path>` from that.  `open` is called when something has to be
  /// looked up in the repository; it is empty where there is none.  REQUIRES:
  /// the policy outlives it.  Throws Error: a file that the policy names is not
  /// there, or cannot be understood.
  static Project OfWorkTree(const Policy& policy, Needs needs,
                            const std::optional<std::string>& work_tree,
                            OpenRepository open);

  /// The same for a repository that is open.  REQUIRES: it outlives this too.
  static Project OfWorkTree(const Policy& policy, Needs needs,
                            const Repository& repository);

  /// For commits that are pushed to a branch: files come from `before`, the
  /// branch as it is before the push, else from the branch that HEAD names.
  /// `<branch>:<path>` names a branch as ServerPolicy does, which has to have
  /// the file once something was pushed.  What is on neither is missing, and
  /// `note()` says so.  REQUIRES: policy and repository outlive it.  Throws
  /// Error as above but for that.
  static Project OfBranch(const Policy& policy, Needs needs,
                          const Repository& repository,
                          const std::optional<ObjectId>& before);

  ~Project();
  Project(Project&&) noexcept;
  Project& operator=(Project&&) noexcept;

  /// Lives as long as this.  Who pushes and the time are for the caller to add,
  /// in a copy.
  const Views& views() const;

  /// A line for whoever pushes, or empty.
  const std::string& note() const;

 private:
  struct Parts;
  explicit Project(std::unique_ptr<Parts> parts);
  static Project Locally(const Policy& policy, Needs needs,
                         const std::optional<std::string>& work_tree,
                         std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace commitgate
