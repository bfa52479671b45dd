// SPDX-License-Identifier: MIT
#include "hooks/receiver.h"

#include <fmt/core.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <string_view>

#include "validator/error.h"

namespace commitgate {
namespace {

/// As the kernel shows the name `git-receive-pack`: its first 15 bytes.
constexpr std::string_view kOwnName = "git-receive-pac";

bool IsReceivePack(const Process& process) {
  if (process.name == kOwnName)
    return true;
  if (process.name != "git")
    return false;
  const auto arguments = ReadArguments(process.id);
  return std::ranges::find(arguments, "receive-pack") != arguments.end();
}

struct Receiver {
  std::string_view boot;
  pid_t id = 0;
  std::string_view start;
};

std::optional<Receiver> Parse(std::string_view name) {
  const size_t first = name.find(':');
  const size_t second =
      first == name.npos ? name.npos : name.find(':', first + 1);
  if (second == name.npos)
    return std::nullopt;
  Receiver receiver{.boot = name.substr(0, first),
                    .start = name.substr(second + 1)};
  const char* end = name.data() + second;
  const auto [stop, error] =
      std::from_chars(name.data() + first + 1, end, receiver.id);
  if (error != std::errc() || stop != end || receiver.id <= 0)
    return std::nullopt;
  return receiver;
}

}  // namespace

std::optional<Process> FindReceivePack() {
  return FindAbove(IsReceivePack);
}

std::string FindReceiver() {
  auto process = FindReceivePack();
  if (!process)
    process = ReadProcess(getpid());
  if (!process)
    throw Error(
        "finding the receive-pack of this push: /proc shows no processes");
  return fmt::format("{}:{}:{}", ReadBoot(), process->id, process->start);
}

bool IsAlive(const std::string& receiver) {
  const auto named = Parse(receiver);
  if (!named || named->boot != ReadBoot())
    return false;
  const auto process = ReadProcess(named->id);
  // A process that is there, but hidden, may be the one.
  if (!process)
    return kill(named->id, 0) == 0 || errno == EPERM;
  const bool has_ended = process->state == 'Z' || process->state == 'X';
  return process->start == named->start && !has_ended;
}

}  // namespace commitgate
