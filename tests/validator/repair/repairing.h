// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "validator/engine/rule.h"

namespace commitgate::testing {

/// A message, and what becomes of it under the preset `nodejs`.
struct RepairCase {
  const char* what;
  std::string_view message;
  /// The names of the steps taken, with blanks between; empty where it stays.
  std::string_view steps = {};
  /// With a line feed at its end; of no meaning where it stays.
  std::string_view repaired = {};
};

/// The steps that are taken for `message`, a line feed, and what becomes of it.
std::string Repair(std::string_view message, Stage stage = Stage::kLanding);

/// Tries each case; what was repaired is repaired once more, to no avail.
void ExpectRepairs(std::span<const RepairCase> cases);

}  // namespace commitgate::testing
