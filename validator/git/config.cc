// SPDX-License-Identifier: MIT
#include "validator/git/config.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <initializer_list>

#include "validator/error.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr char kDoing[] = "reading git's configuration";

/// The read end of a pipe into which git writes.
struct Child {
  pid_t pid = 0;
  int output = -1;
};

/// Nothing where there is no such program.
std::optional<Child> Spawn(std::vector<std::string> command) {
  std::vector<char*> arguments;
  for (std::string& argument : command)
    arguments.push_back(argument.data());
  arguments.push_back(nullptr);

  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    throw Error(fmt::format("{}: no pipe", kDoing));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
  Child child{.output = ends[0]};
  const int failure = posix_spawnp(&child.pid, arguments[0], &actions, nullptr,
                                   arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  if (failure == 0)
    return child;
  close(ends[0]);
  if (failure == ENOENT)
    return std::nullopt;
  throw Error(
      fmt::format("{}: running git: {}", kDoing, std::strerror(failure)));
}

std::string ReadAll(int fd) {
  std::string all;
  std::array<char, 16384> buffer;
  for (;;) {
    const ssize_t count = read(fd, buffer.data(), buffer.size());
    if (count > 0)
      all.append(buffer.data(), count);
    else if (count == 0 || errno != EINTR)
      return all;
  }
}

/// Whether the child ended well; one that somebody else has waited for did.
bool Succeeded(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR)
      return errno == ECHILD;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

bool IsOneOf(std::string_view value,
             std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words)
    if (EqualsIgnoringCase(value, word))
      return true;
  return false;
}

/// Whether a number, with git's unit behind it or none, is other than zero.
std::optional<bool> NumberIsTrue(std::string_view value) {
  int64_t number = 0;
  const char* end = value.data() + value.size();
  const auto [rest, error] = std::from_chars(value.data(), end, number);
  if (error != std::errc())
    return std::nullopt;
  if (rest != end && !IsOneOf({rest, end}, {"k", "m", "g"}))
    return std::nullopt;
  return number != 0;
}

}  // namespace

GitConfig GitConfig::Parse(std::string_view list) {
  GitConfig config;
  while (!list.empty()) {
    const std::string_view entry = list.substr(0, list.find('\0'));
    list.remove_prefix(std::min(entry.size() + 1, list.size()));
    const size_t line_feed = entry.find('\n');
    std::optional<std::string> value;
    if (line_feed != entry.npos)
      value = entry.substr(line_feed + 1);
    config.entries_.emplace_back(entry.substr(0, line_feed), std::move(value));
  }
  return config;
}

GitConfig GitConfig::Read(const std::string& directory) {
  const auto child = Spawn({"git", "-C", directory, "config", "-z", "--list"});
  if (!child)
    return {};
  const std::string list = ReadAll(child->output);
  close(child->output);
  if (!Succeeded(child->pid))
    throw Error(fmt::format("{}: 'git config --list' fails in '{}'", kDoing,
                            directory));
  return Parse(list);
}

const GitConfig::Entry* GitConfig::FindLast(std::string_view a,
                                            std::string_view b) const {
  for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry)
    if (entry->first == a || entry->first == b)
      return &*entry;
  return nullptr;
}

std::optional<std::string_view> GitConfig::Get(std::string_view name) const {
  return GetLast(name, name);
}

std::optional<bool> GitConfig::GetBool(std::string_view name) const {
  const Entry* entry = FindLast(name, name);
  if (!entry)
    return std::nullopt;
  if (!entry->second)
    return true;
  const std::string_view value = *entry->second;
  if (IsOneOf(value, {"true", "yes", "on"}))
    return true;
  if (IsOneOf(value, {"", "false", "no", "off"}))
    return false;
  return NumberIsTrue(value);
}

std::optional<std::string_view> GitConfig::GetLast(std::string_view a,
                                                   std::string_view b) const {
  const Entry* entry = FindLast(a, b);
  if (!entry)
    return std::nullopt;
  return entry->second ? std::string_view(*entry->second) : "";
}

}  // namespace commitgate
