// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace commitgate::bench {

/// A command of a row.
struct Command {
  std::string name;
  std::vector<std::string> words;
  /// The exit status that it ends with.
  int status = 0;
  /// How many times as much it has to do as the yardstick; ratios are divided
  /// by that.
  double scale = 1;
  /// What the time may come to, and the memory; nothing: no limit.
  std::optional<double> limit;
  std::optional<double> memory_limit;
  /// By how many things it has to do more than the yardstick, and how many
  /// bytes of memory one of them may take.
  double more = 0;
  std::optional<double> bytes_limit;
};

/// Commands that are compared with the first of them, the yardstick.
struct Row {
  std::string title;
  /// How often each command is run.
  int rounds = 9;
  std::vector<Command> commands;
};

/// Reads `title=TEXT [rounds=N] -- [name=TEXT] [status=N] [scale=X] [limit=X]
/// [memory=X] [more=N] [bytes=X] WORD... -- ...`.  Throws Error.
Row ReadRow(std::span<const char* const> arguments);

}  // namespace commitgate::bench
