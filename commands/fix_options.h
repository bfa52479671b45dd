// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "commands/command.h"
#include "commands/place.h"
#include "validator/engine/rule.h"
#include "validator/message/cleanup.h"

namespace commitgate {

/// What `commitgate fix` is asked to do.
struct FixOptions {
  enum class Outcome {
    kTell,   ///< Names what would be repaired.
    kDiff,   ///< Shows it.
    kWrite,  ///< Does it.
  };

  Place place;
  Outcome outcome = Outcome::kTell;
  /// Empty stands for HEAD, and `-` alone for a message on standard input.
  std::vector<std::string> revisions;
  std::optional<std::string> message_file;
  /// Where it was not given, it is found out.
  std::optional<CleanupMode> cleanup;
  /// The range to make a plan for.
  std::optional<std::string> plan;
  /// HEAD may be changed although a rebase is under way.
  bool in_rebase = false;
  Stage stage = Stage::kLanding;

  bool IsFilter() const { return revisions.size() == 1 && revisions[0] == "-"; }
};

/// What the arguments of `fix` say, or how to end: help was asked for and
/// given.  Throws Error where they say nothing sensible.
std::variant<FixOptions, ExitStatus> ReadFixArguments(
    const std::vector<std::string>& arguments);

}  // namespace commitgate
