// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>

#include "validator/engine/origin.h"

namespace commitgate {

/// Files in which a project tells who its people are: `[roster]` and
/// `[owners]`.  A path from the top of the project, read from wherever the
/// policy says that the project is: the work tree; on a server the branch as it
/// is before a push.  `<branch>:<path>`: always from that branch.
struct PeoplePolicy {
  /// `[roster] source`; empty: there is none.
  std::string roster;
  /// `[roster] mailmap`; empty: there is none.  Where the policy does not say,
  /// it is on the branch that the roster is on.
  std::string mailmap = ".mailmap";
  /// `[roster.logins]`: what the server calls a pusher, and the login in the
  /// roster; who is not here has the same name in both.
  std::map<std::string, std::string, std::less<>> logins;
  /// `[owners] source`; empty: there is none.
  std::string owners;
  /// By key: `roster`, `mailmap`, `owners`, `logins`.
  std::map<std::string, Origin, std::less<>> origins = {};

  /// Whether one branch can have other people than another, so that what was
  /// judged on one has to be judged again on the other.
  bool DifferByBranch() const;
};

}  // namespace commitgate
