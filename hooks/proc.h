// SPDX-License-Identifier: MIT
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace commitgate {

/// A process, as `/proc/PID/stat` shows it (proc(5)).
struct Process {
  pid_t id = 0;
  /// At most 15 bytes, and any: a process names itself.
  std::string name = {};
  char state = '?';
  pid_t parent = 0;
  /// When it started, in ticks since the machine was; with `id` it is unique.
  std::string start = {};

  bool operator==(const Process&) const = default;
};

/// The text of `/proc/ID/stat`.  Nothing where it is malformed.
std::optional<Process> ParseProcess(const std::string& text);

/// Nothing where there is none, or it may not be seen.
std::optional<Process> ReadProcess(pid_t id);

/// Empty where they may not be seen.
std::vector<std::string> ReadArguments(pid_t id);
std::vector<std::string> ReadEnvironment(pid_t id);

/// The nearest process above this one that `is_it`.
std::optional<Process> FindAbove(
    const std::function<bool(const Process&)>& is_it);

/// Which start of the machine this is; read once.  Throws Error where there is
/// no /proc.
const std::string& ReadBoot();

}  // namespace commitgate
