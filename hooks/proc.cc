// SPDX-License-Identifier: MIT
#include "hooks/proc.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>

#include "validator/error.h"

namespace commitgate {
namespace {

/// Enough for any chain of shells and wrappers around a hook.
constexpr int kMaxDepth = 32;

std::string ReadFile(pid_t id, const char* file) {
  std::ifstream stream("/proc/" + std::to_string(id) + "/" + file);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> SplitAtNuls(const std::string& text) {
  std::vector<std::string> parts;
  for (size_t start = 0; start < text.size();) {
    const size_t end = std::min(text.find('\0', start), text.size());
    parts.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

}  // namespace

std::optional<Process> ParseProcess(const std::string& text) {
  // `PID (name) state parent ...`; the name may hold anything, parentheses too.
  const size_t open = text.find('(');
  const size_t close = text.rfind(") ");
  if (open == text.npos || close == text.npos || close < open)
    return std::nullopt;
  // The start is the 22nd field; that behind the parent is the 5th.
  constexpr int kBetween = 17;
  std::istringstream fields(text.substr(close + 2));
  Process process{.name = text.substr(open + 1, close - open - 1)};
  std::string skipped;
  fields >> process.state >> process.parent;
  for (int i = 0; i < kBetween; ++i)
    fields >> skipped;
  fields >> process.start;
  if (!fields)
    return std::nullopt;
  process.id = std::atoi(text.c_str());
  return process;
}

std::optional<Process> ReadProcess(pid_t id) {
  return ParseProcess(ReadFile(id, "stat"));
}

std::vector<std::string> ReadArguments(pid_t id) {
  return SplitAtNuls(ReadFile(id, "cmdline"));
}

std::vector<std::string> ReadEnvironment(pid_t id) {
  return SplitAtNuls(ReadFile(id, "environ"));
}

std::optional<Process> FindAbove(
    const std::function<bool(const Process&)>& is_it) {
  pid_t id = getppid();
  for (int depth = 0; id > 1 && depth < kMaxDepth; ++depth) {
    auto process = ReadProcess(id);
    if (!process || is_it(*process))
      return process;
    id = process->parent;
  }
  return std::nullopt;
}

std::string ReadBoot() {
  constexpr char kFile[] = "/proc/sys/kernel/random/boot_id";
  std::ifstream file(kFile);
  std::string boot;
  if (!std::getline(file, boot) || boot.empty())
    throw Error(std::string("reading '") + kFile +
                "': the machine does not say when it was started");
  return boot;
}

}  // namespace commitgate
