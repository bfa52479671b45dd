// SPDX-License-Identifier: MIT
#include "hooks/proc.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <string_view>

#include "hooks/file.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// Enough for any chain of shells and wrappers around a hook.
constexpr int kMaxDepth = 32;

/// Empty where it cannot be read.
std::string ReadIfPossible(const std::string& path) {
  try {
    return ReadFile(path);
  } catch (const Error&) {
    return "";
  }
}

std::string ReadFileOf(pid_t id, const char* file) {
  return ReadIfPossible("/proc/" + std::to_string(id) + "/" + file);
}

std::string FirstLineOf(const char* path) {
  const std::string text = ReadIfPossible(path);
  return text.substr(0, text.find('\n'));
}

std::string ReadBootFile() {
  constexpr char kFile[] = "/proc/sys/kernel/random/boot_id";
  const std::string boot = FirstLineOf(kFile);
  if (boot.empty())
    throw Error(std::string("reading '") + kFile +
                "': the machine does not say when it was started");
  return boot;
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

/// Fields with one blank between them.
std::vector<std::string_view> SplitFields(std::string_view line) {
  std::vector<std::string_view> fields;
  line = line.substr(0, line.find('\n'));
  for (size_t end = line.find(' '); end != line.npos; end = line.find(' ')) {
    fields.push_back(line.substr(0, end));
    line.remove_prefix(end + 1);
  }
  fields.push_back(line);
  return fields;
}

std::optional<pid_t> ParseId(std::string_view text) {
  pid_t id = 0;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, id);
  if (error != std::errc() || stop != end)
    return std::nullopt;
  return id;
}

}  // namespace

std::optional<Process> ParseProcess(const std::string& text) {
  // `PID (name) state parent ...`; the name may hold anything, parentheses too.
  const size_t open = text.find('(');
  const size_t close = text.rfind(") ");
  if (open == text.npos || close == text.npos || close < open)
    return std::nullopt;
  // The state is the 3rd field, the start the 22nd.
  constexpr size_t kState = 0;
  constexpr size_t kParent = 1;
  constexpr size_t kStart = 19;
  const std::string_view line = text;
  const auto fields = SplitFields(line.substr(close + 2));
  if (fields.size() <= kStart || fields[kState].size() != 1)
    return std::nullopt;
  const auto id = ParseId(line.substr(0, open - std::min<size_t>(open, 1)));
  const auto parent = ParseId(fields[kParent]);
  if (!id || !parent || fields[kStart].empty())
    return std::nullopt;
  return Process{.id = *id,
                 .name = text.substr(open + 1, close - open - 1),
                 .state = fields[kState].front(),
                 .parent = *parent,
                 .start = std::string(fields[kStart])};
}

std::optional<Process> ReadProcess(pid_t id) {
  return ParseProcess(ReadFileOf(id, "stat"));
}

std::vector<std::string> ReadArguments(pid_t id) {
  return SplitAtNuls(ReadFileOf(id, "cmdline"));
}

std::vector<std::string> ReadEnvironment(pid_t id) {
  return SplitAtNuls(ReadFileOf(id, "environ"));
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

const std::string& ReadBoot() {
  static const std::string boot = ReadBootFile();
  return boot;
}

}  // namespace commitgate
