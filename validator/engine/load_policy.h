// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "validator/engine/policy.h"
#include "validator/engine/preset.h"

namespace commitgate {

/// What a policy can be made of.
struct PolicyContext {
  /// Sorted by id.
  std::span<const Rule* const> catalog;
  std::span<const Preset> presets;
  /// Returns the text of a file that a policy extends, or throws Error.  Empty
  /// where files cannot be named: a policy read from a ref.
  std::function<std::string(const std::string& path)> read_file;
};

/// Parses `toml`, called `source` in errors, on top of what it extends: a
/// preset, a file in or below the folder of `source`, or with "none" nothing,
/// so that all rules are off.  A policy that does not say extends `nodejs`, a
/// preset nothing.  Throws Error("file:line:column: what is wrong, and did you
/// mean"): unknown key, wrong kind, bad pattern, unknown rule, a cycle.
Policy LoadPolicy(const std::string& source, std::string_view toml,
                  const PolicyContext& context);

/// The preset called `name`; throws Error where there is none.
Policy LoadPreset(std::string_view name, const PolicyContext& context);

}  // namespace commitgate
