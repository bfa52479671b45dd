// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "hooks/window/history.h"

namespace commitgate {

// CommitHistory::Difference may be too large.  That is never wrong where it is
// asked whether anything is left, but it would be for what may be rewritten.

/// Whether `commit` is reachable from one of `tips`.
bool IsReached(const CommitHistory& commits, const ObjectId& commit,
               const std::vector<ObjectId>& tips);

/// Those of `some` that are reachable from one of `tips`, in their order.
/// REQUIRES: parents come before children.
std::vector<ObjectId> Reached(const CommitHistory& commits,
                              const std::vector<ObjectId>& some,
                              const std::vector<ObjectId>& tips);

/// Exactly the commits reachable from `tip` and from none of `hidden`, parents
/// before children.
std::vector<ObjectId> Missing(const CommitHistory& commits,
                              const std::optional<ObjectId>& tip,
                              const std::vector<ObjectId>& hidden);
std::vector<ObjectId> Missing(const CommitHistory& commits,
                              const std::optional<ObjectId>& tip,
                              const std::optional<ObjectId>& hidden);

}  // namespace commitgate
