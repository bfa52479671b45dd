// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/ledger/ledger.h"
#include "hooks/push/served.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// Whether a ledger was ever made for the repository.
bool HasLedger(const Repository& repository);

/// The ledger as it is, to be read.  Throws Error, also where there is none.
Ledger OpenToRead(const Repository& repository);

/// The ledger, settled as a hook would settle it for all refs that it knows and
/// for `refs`: in its file, or in a copy where that cannot be written.  Throws
/// Error, also where there is none.
Ledger OpenSettled(const Served& served,
                   const std::vector<std::string>& refs = {});

/// Where the ledger's value of a ref is neither what the ref is nor what a push
/// that is not settled yet explains, a line each; and refs of `policy` that the
/// ledger has never seen.
std::vector<std::string> CompareWithRefs(const Ledger& ledger,
                                         const Repository& repository,
                                         const PushPolicy& policy);

}  // namespace commitgate
