// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

#include "commands/fix_options.h"
#include "validator/repair/repair.h"

namespace commitgate {

// What people are told of a repair; safe on a terminal.

/// Only people can do what is left.
bool NeedsSomebody(const Repaired& repaired);

/// The commit's id and title, and what was repaired.  Empty where nothing was.
std::string DescribeRepair(const Commit& before, const Repaired& repaired,
                           std::string_view heading);

/// What errors are left; empty where there are none.
std::string DescribeRest(const Repaired& repaired);

/// How many errors are left, and of which rules, in a line; empty where there
/// are none.
std::string SummarizeRest(const Repaired& repaired);

/// The change as a diff.  Empty where there is none.
std::string DescribeChange(const Commit& before, const Repaired& repaired);

/// All of it, as much as `outcome` shows of it.
std::string DescribeOutcome(const Commit& before, const Repaired& repaired,
                            FixOptions::Outcome outcome);

}  // namespace commitgate
