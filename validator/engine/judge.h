// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "validator/engine/policy.h"

namespace commitgate {

/// Runs the rules of `policy` over `commit`.  Throws Error: a view cannot read
/// what a rule asks it for.
Verdict Judge(const Commit& commit, const Policy& policy, Stage stage,
              const Views& views = {});

/// What the rules of `policy` that judge at `stage` need, all together.
Needs NeedsOf(const Policy& policy, Stage stage);

/// The verdict that findings come to: at worst kFail.
Verdict::Kind KindOf(const std::vector<Finding>& findings);

/// The verdict on something that could not even be read.
Verdict CouldNotJudge(std::string why);

}  // namespace commitgate
