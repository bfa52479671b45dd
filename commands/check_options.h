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
#include "validator/report/format.h"

namespace commitgate {

enum class UseColor { kAuto, kAlways, kNever };

/// What `commitgate check` is asked to do.
struct CheckOptions {
  Place place;
  /// As given; empty stands for HEAD, and `-` alone for JSON.
  std::vector<std::string> revisions;
  bool history = false;
  /// Revisions come from standard input too.
  bool from_stdin = false;
  std::optional<std::string> message_file;
  /// Where it was not given, it is found out.
  std::optional<CleanupMode> cleanup;

  Stage stage = Stage::kLanding;
  const Format* format = nullptr;
  UseColor color = UseColor::kAuto;
  bool quiet = false;
  /// 0 leaves the number of threads to the program.
  int jobs = 0;
  /// Empty for standard output.
  std::string out;

  bool ReadsJson() const {
    return revisions.size() == 1 && revisions[0] == "-";
  }
};

/// A command to run in the place of `check`: `--list`, `-v`.
struct OtherCommand {
  ExitStatus (*run)(const Invocation&);
  std::vector<std::string> arguments;
};

/// What the arguments of `check` say: to check, to run another command, or how
/// to end, for help was asked for and given.
using CheckRequest = std::variant<CheckOptions, OtherCommand, ExitStatus>;

/// Throws Error where they say nothing sensible.
CheckRequest ReadCheckArguments(const std::vector<std::string>& arguments);

}  // namespace commitgate
