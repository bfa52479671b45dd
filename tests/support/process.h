// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace commitgate::testing {

/// What a child process left behind.
struct Result {
  /// The exit status, or 128 + the signal that ended it.
  int status = -1;
  std::string out;
  std::string err;
};

struct ProcessOptions {
  /// Where it runs; the current folder if empty.
  std::string directory = {};
  std::string input = {};
  /// Added to the clean environment: PATH, a HOME without git configuration,
  /// LC_ALL=C.UTF-8, TZ=UTC, and fixed names and dates for commits.
  std::map<std::string, std::string> environment = {};
};

/// Runs a program to its end.  `arguments[0]` is looked up in PATH.
Result Run(const std::vector<std::string>& arguments,
           const ProcessOptions& options = {});

/// Runs git in `directory` and returns what it printed, without the line feed
/// at the end.  Throws if git fails.
std::string Git(const std::string& directory,
                const std::vector<std::string>& arguments,
                std::string_view input = {});

}  // namespace commitgate::testing
