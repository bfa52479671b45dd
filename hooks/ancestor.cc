// SPDX-License-Identifier: MIT
#include "hooks/ancestor.h"

#include <unistd.h>

#include <fstream>
#include <iterator>

namespace commitgate {
namespace {

/// Enough for any chain of shells and wrappers around a hook.
constexpr int kMaxDepth = 32;

std::string ReadProc(pid_t pid, const char* file) {
  std::ifstream stream("/proc/" + std::to_string(pid) + "/" + file);
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

/// `/proc/PID/stat` is `PID (name) state parent …`; the name may hold anything,
/// parentheses too.
struct Stat {
  std::string name;
  pid_t parent = 0;
};

std::optional<Stat> ReadStat(pid_t pid) {
  const std::string text = ReadProc(pid, "stat");
  const size_t open = text.find('(');
  const size_t close = text.rfind(") ");
  if (open == text.npos || close == text.npos || close < open)
    return std::nullopt;
  Stat stat{text.substr(open + 1, close - open - 1)};
  stat.parent = std::atoi(text.c_str() + close + std::size(") S ") - 1);
  return stat;
}

}  // namespace

std::optional<Ancestor> FindAncestor(std::string_view name) {
  pid_t pid = getppid();
  for (int depth = 0; pid > 1 && depth < kMaxDepth; ++depth) {
    const std::optional<Stat> stat = ReadStat(pid);
    if (!stat)
      return std::nullopt;
    if (stat->name == name)
      return Ancestor{SplitAtNuls(ReadProc(pid, "cmdline")),
                      SplitAtNuls(ReadProc(pid, "environ"))};
    pid = stat->parent;
  }
  return std::nullopt;
}

}  // namespace commitgate
