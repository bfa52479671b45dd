// SPDX-License-Identifier: MIT
#pragma once

#include "hooks/push/deciding.h"
#include "hooks/push/window_words.h"

namespace commitgate {

/// What an update does to a ref that is `real` now.  Throws Error where a
/// commit cannot be read.
RowKind KindOf(const Server& server, const RefUpdate& update,
               const std::optional<ObjectId>& real);

/// Decides on an update of a ref that is neither a tag nor free (S10, S11, S13,
/// S14).  REQUIRES: verdict.kind and verdict.real are set, the claim is true,
/// and there is a policy.
void JudgeMove(const Deciding& deciding, const Candidate& candidate,
               RefVerdict& verdict);

/// Decides by a grant, if there is one (S14); otherwise refuses with `remark`.
void JudgeByGrant(const Deciding& deciding, const Candidate& candidate,
                  Remark remark, RefVerdict& verdict);

/// For remarks.
WantedMove DescribeWanted(const Deciding& deciding, const Candidate& candidate,
                          const RefVerdict& verdict);

}  // namespace commitgate
