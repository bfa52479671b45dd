// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/engine/policy.h"

namespace commitgate {

/// Runs the rules of `policy` over `commit`.  Throws Error: a view cannot read
/// what a rule asks it for.
Verdict Judge(const Commit& commit, const Policy& policy, Stage stage,
              const Views& views = {});

/// Why a rule is skipped that needs what is not there, for people.  A mailmap
/// is always there.
struct Missing {
  Need need;
  std::string_view why;
};
inline constexpr Missing kMissing[] = {
    {Need::kRoster, "no roster"},         {Need::kOwners, "no owners file"},
    {Need::kPusher, "no pusher"},         {Need::kNow, "no clock"},
    {Need::kRepository, "no repository"}, {Need::kChanges, "no stored commit"},
};

/// What the rules of `policy` that judge at `stage` need, all together.
Needs NeedsOf(const Policy& policy, Stage stage);

/// The verdict that findings come to: at worst kFail.
Verdict::Kind KindOf(const std::vector<Finding>& findings);

/// The verdict on something that could not even be read.
Verdict CouldNotJudge(std::string why);

}  // namespace commitgate
