// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "hooks/ledger/ledger.h"
#include "hooks/ledger/pull_request_index.h"
#include "validator/git/config.h"

namespace commitgate {

/// `commitgate/ledger.sqlite3` in the folder of the repository.
std::string LedgerPath(const std::string& git_dir);

/// Opens the ledger of a repository for a hook, with the access for others that
/// core.sharedRepository asks for.  `access` is to write.  Throws Error.
Ledger OpenLedger(const std::string& git_dir, const GitConfig& config,
                  Ledger::Access access = Ledger::Access::kWrite);

/// `commitgate/pull-requests.sqlite3`, beside it.
std::string PullRequestIndexPath(const std::string& git_dir);

/// Opens that to be filled, with the same access for others.  Throws Error.
PullRequestIndex OpenPullRequestIndex(const std::string& git_dir,
                                      const GitConfig& config);

}  // namespace commitgate
