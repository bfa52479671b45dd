// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "hooks/push/candidate.h"
#include "hooks/push/decide.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// What the pusher reads of a push: each ref with what was found, in lines of
/// at most 72 columns where words can be broken, for git puts `remote: ` before
/// them; commands to copy are not broken.  No color; bounded by
/// `policy.max_findings`, with a count of the rest.  With `policy.gitlab` each
/// line of a refusal begins with GL-HOOK-ERR:.  Empty for an accepted push
/// without warnings.
std::string TellPusher(const std::vector<Candidate>& candidates,
                       const std::vector<Answer>& answers,
                       const PushPolicy& policy);

}  // namespace commitgate
