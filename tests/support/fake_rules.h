// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "validator/engine/load_policy.h"

namespace commitgate::testing {

/// Rules for tests of the engine, sorted by id:
///
///   alpha   max (a number, 72), mode (soft or hard), names (a list, `a b`) and
///           match (a pattern).  Says nothing.
///   beta    no options.  Warns of the title, then finds an error in each line.
///   delta   gives up.
///   gamma   landing only; left and right (lists).  Finds one error.
std::span<const Rule* const> FakeRules();

/// `base` has alpha as an error and beta as a warning; `nodejs` extends it.
std::span<const Preset> FakePresets();

/// The fake rules and presets, and no files.
PolicyContext FakeContext();

/// The same, with files by their path.
PolicyContext FakeContext(std::map<std::string, std::string> files);

/// The policy of `toml`, called `p.toml`.
Policy FakePolicy(std::string_view toml);

/// What is wrong with `toml`, called `p.toml`, or nothing.
std::string PolicyError(std::string_view toml,
                        const PolicyContext& context = FakeContext());

}  // namespace commitgate::testing
