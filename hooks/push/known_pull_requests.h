// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hooks/ledger/pull_request_index.h"
#include "hooks/push/served.h"
#include "validator/git/object_id.h"
#include "validator/git/repository.h"

namespace commitgate {

/// What the index of a repository knows of `branch`, which is at `tip`: of a
/// commit in its history, or `tip` itself, which of `urls` are behind it.
///
/// Nothing where that cannot be told: there is no index, it is damaged, or it
/// is of a history that the branch no longer has.  Then the history tells the
/// same; so no trouble with an index ever stands in the way of a push.
std::optional<PullRequestIndex::Answer> AskIndex(
    const Repository& repository, const std::string& branch,
    const ObjectId& tip, const std::vector<std::string>& urls);

/// Brings the index up to date for `branch` as it is now.  Throws Error.
void IndexBranch(const Served& served, const std::string& branch);

/// The same for all branches that the policy takes backports from and that
/// these refs ask for; after a push, whose refs have moved already while its
/// pusher still waits for post-receive.  What fails is left as it is.
void IndexSourcesOf(const Served& served, const std::vector<std::string>& refs);

}  // namespace commitgate
