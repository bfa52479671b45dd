// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "validator/git/repository.h"

namespace commitgate {

/// A branch of a remote, as a clone follows it.
struct TrackedBranch {
  std::string remote;
  /// There: `refs/heads/main`.
  std::string ref;

  /// `main`.
  std::string Name() const;
  bool operator==(const TrackedBranch&) const = default;
};

/// What is known of the branch that a revision follows.
struct Tracking {
  std::optional<TrackedBranch> branch = {};
  /// Why it is not known, for people.
  std::string why_not = {};
};

/// Which branch of which remote `revision` follows: `origin/main`,
/// `@{upstream}`.  Asks git, and its configuration; what these leave open is
/// not guessed.  Throws Error where there is no git.
Tracking FindTracked(const Repository& repository, const std::string& revision);

/// The repository that pushes to a remote go to, where that is one on this
/// machine; nothing where it is not, or where there are several.  Throws Error:
/// it cannot be opened.
std::optional<Repository> OpenRemote(const Repository& repository,
                                     const std::string& remote);

}  // namespace commitgate
