// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace commitgate::bench {

/// What a process, and those that it waited for, took.
struct Usage {
  double wall = 0;
  /// Of the user and of the system, in seconds.
  double cpu = 0;
  /// Of the largest of them, in bytes.
  double memory = 0;
};

/// Runs a command to its end, looked up in PATH, without input and with its
/// output thrown away.  Throws Error where it does not end with `status`, with
/// what it had to say.
Usage RunChild(const std::vector<std::string>& command, int status);

}  // namespace commitgate::bench
