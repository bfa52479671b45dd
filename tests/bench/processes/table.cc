// SPDX-License-Identifier: MIT
#include "tests/bench/processes/table.h"

#include <fmt/core.h>

#include "tests/bench/units.h"

namespace commitgate::bench {
namespace {

/// The last three columns: a figure, what it may be, and whether it is.
std::string Judged(double value, std::optional<double> limit) {
  if (!limit)
    return fmt::format("{:.2f} | |", value);
  return fmt::format("{:.2f} | {:.4g} | {}", value, *limit,
                     value <= *limit ? "yes" : "**no**");
}

std::string TimeLine(const std::string& title, const Command& command,
                     const Measured& measured, const std::string& judged) {
  return fmt::format(
      "| {} | {} | {} | {} to {} | {} | {} | {} |\n", title, command.name,
      ShowSeconds(measured.wall.median), ShowSeconds(measured.wall.least),
      ShowSeconds(measured.wall.most), ShowSeconds(measured.cpu.median),
      ShowBytes(measured.memory.median), judged);
}

std::string MemoryLine(const Command& command, std::string_view of_what,
                       const std::string& judged) {
  return fmt::format("| | {}: {} | | | | | {} |\n", command.name, of_what,
                     judged);
}

std::string Lines(const Command& command, const Measured& measured,
                  const Measured& yardstick) {
  const double time =
      measured.wall.median / yardstick.wall.median / command.scale;
  std::string lines =
      TimeLine("", command, measured, Judged(time, command.limit));
  if (command.memory_limit)
    lines += MemoryLine(
        command, "memory",
        Judged(measured.memory.median / yardstick.memory.median / command.scale,
               command.memory_limit));
  if (command.bytes_limit)
    lines +=
        MemoryLine(command, "bytes for each one more",
                   Judged((measured.memory.median - yardstick.memory.median) /
                              command.more,
                          command.bytes_limit));
  return lines;
}

}  // namespace

std::string TableHead() {
  return "| what | command | wall | least to most | CPU | memory | ratio | "
         "limit | met |\n"
         "|---|---|--:|--:|--:|--:|--:|--:|---|\n";
}

std::string TableRows(const Row& row, const std::vector<Measured>& measured) {
  std::string lines =
      TimeLine(row.title, row.commands[0], measured[0], "1 | |");
  for (size_t i = 1; i < row.commands.size(); ++i)
    lines += Lines(row.commands[i], measured[i], measured[0]);
  return lines;
}

}  // namespace commitgate::bench
