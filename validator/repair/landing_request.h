// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "validator/message/commit.h"
#include "validator/people/people.h"
#include "validator/repair/landing_metadata.h"
#include "validator/repair/pull_request.h"

namespace commitgate {

/// The metadata that somebody asks for, in the words of people.
struct LandingRequest {
  /// At most one of these two, and none with `pull_request`.
  std::string pr_url = {};
  std::string backport_pr_url = {};
  /// URLs, numbers of issues, or commits.
  std::vector<std::string> fixes = {};
  std::vector<std::string> refs = {};
  /// As NamedReviewer reads them.
  std::vector<std::string> reviewers = {};
  std::optional<PullRequest> pull_request = {};
  /// It brings a change to a release line.
  bool is_backport = false;
};

/// What a request comes to.
struct LandingAnswer {
  LandingMetadata metadata;
  /// What was left out, and why: lines for whoever asked.
  std::vector<std::string> notes = {};
};

/// What `request` asks for, for `commit`, whose author may be unknown.  Numbers
/// belong to the repository of the pull request.  Approvals of those who are no
/// collaborators or wrote the change are left out; a reviewer who is named and
/// wrote it is refused.  Throws Error.
LandingAnswer Answer(const LandingRequest& request, const Commit& commit,
                     const People& people);

}  // namespace commitgate
