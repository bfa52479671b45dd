// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "validator/git/repository.h"
#include "validator/git/walk.h"

namespace commitgate {

/// The commits reachable from `tips` and from none of `hidden`, in the order of
/// CommitWalk and with its bound.
std::vector<CommitWalk::Step> CollectRange(const Repository& repository,
                                           const std::vector<ObjectId>& tips,
                                           const std::vector<ObjectId>& hidden);

}  // namespace commitgate
