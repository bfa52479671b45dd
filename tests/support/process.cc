// SPDX-License-Identifier: MIT
#include "tests/support/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <stdexcept>

namespace commitgate::testing {
namespace {

std::map<std::string, std::string> CleanEnvironment() {
  const char* path = std::getenv("PATH");
  return {
      {"PATH", path ? path : "/usr/bin:/bin"},
      {"HOME", "/nonexistent"},
      {"LC_ALL", "C.UTF-8"},
      {"TZ", "UTC"},
      {"GIT_CONFIG_NOSYSTEM", "1"},
      {"GIT_CONFIG_COUNT", "1"},
      {"GIT_CONFIG_KEY_0", "init.defaultBranch"},
      {"GIT_CONFIG_VALUE_0", "main"},
      {"GIT_AUTHOR_NAME", "A U Thor"},
      {"GIT_AUTHOR_EMAIL", "author@example.com"},
      {"GIT_AUTHOR_DATE", "1700000000 +0000"},
      {"GIT_COMMITTER_NAME", "C O Mitter"},
      {"GIT_COMMITTER_EMAIL", "committer@example.com"},
      {"GIT_COMMITTER_DATE", "1700000000 +0000"},
  };
}

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings)
    pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

/// Feeds `input` and collects both outputs without ever blocking on one.
void Converse(int in, std::string_view input, int out, int err,
              Result& result) {
  std::array<pollfd, 3> fds{
      {{in, POLLOUT, 0}, {out, POLLIN, 0}, {err, POLLIN, 0}}};
  if (input.empty()) {
    close(in);
    fds[0].fd = -1;
  }
  while (fds[1].fd >= 0 || fds[2].fd >= 0) {
    if (poll(fds.data(), fds.size(), -1) < 0)
      continue;
    if (fds[0].revents) {
      const ssize_t n = write(in, input.data(), input.size());
      if (n > 0)
        input.remove_prefix(n);
      if (n < 0 || input.empty()) {
        close(in);
        fds[0].fd = -1;
      }
    }
    for (int i : {1, 2}) {
      if (fds[i].fd < 0 || !fds[i].revents)
        continue;
      char buffer[65536];
      const ssize_t n = read(fds[i].fd, buffer, sizeof buffer);
      if (n > 0) {
        (i == 1 ? result.out : result.err).append(buffer, n);
      } else {
        close(fds[i].fd);
        fds[i].fd = -1;
      }
    }
  }
  if (fds[0].fd >= 0)
    close(in);
}

}  // namespace

Result Run(const std::vector<std::string>& arguments,
           const ProcessOptions& options) {
  signal(SIGPIPE, SIG_IGN);
  std::vector<std::string> environment;
  auto variables = CleanEnvironment();
  for (const auto& [name, value] : options.environment)
    variables[name] = value;
  for (const auto& [name, value] : variables)
    environment.push_back(name + "=" + value);
  std::vector<std::string> strings = arguments;

  int in[2], out[2], err[2];
  if (pipe2(in, O_CLOEXEC) || pipe2(out, O_CLOEXEC) || pipe2(err, O_CLOEXEC))
    throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_adddup2(&actions, err[1], 2);
  if (!options.directory.empty())
    posix_spawn_file_actions_addchdir_np(&actions, options.directory.c_str());
  // The child must not inherit that SIGPIPE is ignored here.
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  pid_t child = 0;
  const int failure =
      posix_spawnp(&child, strings.at(0).c_str(), &actions, &attributes,
                   Pointers(strings).data(), Pointers(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  for (int fd : {in[0], out[1], err[1]})
    close(fd);
  if (failure) {
    for (int fd : {in[1], out[0], err[0]})
      close(fd);
    throw std::runtime_error("cannot run " + arguments[0]);
  }

  Result result;
  Converse(in[1], options.input, out[0], err[0], result);
  int status = 0;
  waitpid(child, &status, 0);
  result.status =
      WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return result;
}

std::string Git(const std::string& directory,
                const std::vector<std::string>& arguments,
                std::string_view input) {
  std::vector<std::string> command{"git", "-C", directory};
  command.insert(command.end(), arguments.begin(), arguments.end());
  Result result = Run(command, {.input = std::string(input)});
  if (result.status != 0)
    throw std::runtime_error("git " + arguments.at(0) + ": " + result.err);
  if (!result.out.empty() && result.out.back() == '\n')
    result.out.pop_back();
  return result.out;
}

}  // namespace commitgate::testing
