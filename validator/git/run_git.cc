// SPDX-License-Identifier: MIT
#include "validator/git/run_git.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "validator/error.h"

namespace commitgate {
namespace {

[[noreturn]] void Fail(int reason) {
  throw Error(fmt::format("running git: {}", std::strerror(reason)));
}

/// The read end of a pipe into which git writes.
struct Child {
  pid_t pid = 0;
  int output = -1;
};

/// Nothing where there is no such program.
std::optional<Child> Spawn(std::vector<std::string> command,
                           GitComplaints complaints) {
  command.insert(command.begin(), "git");
  std::vector<char*> arguments;
  for (std::string& argument : command)
    arguments.push_back(argument.data());
  arguments.push_back(nullptr);

  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0)
    Fail(errno);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  if (complaints == GitComplaints::kDropped)
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
  Fail(failure);
}

/// 0, or the number of the error.
int ReadAll(int fd, std::string& all) {
  std::array<char, 16384> buffer;
  for (;;) {
    const ssize_t count = read(fd, buffer.data(), buffer.size());
    if (count > 0)
      all.append(buffer.data(), count);
    else if (count == 0)
      return 0;
    else if (errno != EINTR)
      return errno;
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

}  // namespace

RunningGit::RunningGit(std::vector<std::string> arguments,
                       GitComplaints complaints) {
  if (const auto child = Spawn(std::move(arguments), complaints)) {
    output_ = child->output;
    pid_ = child->pid;
  }
}

RunningGit::~RunningGit() {
  if (!output_)
    return;
  close(*output_);
  Succeeded(pid_);
}

std::optional<GitRun> RunningGit::Wait() {
  if (!output_)
    return std::nullopt;
  GitRun run;
  const int failure = ReadAll(*output_, run.output);
  close(*std::exchange(output_, std::nullopt));
  run.succeeded = Succeeded(pid_);
  if (failure != 0)
    Fail(failure);
  return run;
}

std::optional<GitRun> RunGit(std::vector<std::string> arguments,
                             GitComplaints complaints) {
  return RunningGit(std::move(arguments), complaints).Wait();
}

}  // namespace commitgate
