// SPDX-License-Identifier: MIT
#include "tests/bench/processes/child.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <fmt/ranges.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

#include "validator/error.h"

namespace commitgate::bench {
namespace {

/// What goes to standard error is kept for the case that a command fails.
class ErrorOutput {
 public:
  ErrorOutput() : file_(std::tmpfile()) {
    if (file_ == nullptr)
      throw Error("making a temporary file: " +
                  std::string(std::strerror(errno)));
  }
  ~ErrorOutput() { std::fclose(file_); }
  ErrorOutput(const ErrorOutput&) = delete;
  ErrorOutput& operator=(const ErrorOutput&) = delete;

  int descriptor() const { return fileno(file_); }

  /// Its beginning.
  std::string Text() const {
    std::rewind(file_);
    std::array<char, 2000> text{};
    return {text.data(), std::fread(text.data(), 1, text.size(), file_)};
  }

 private:
  std::FILE* file_;
};

pid_t Spawn(const std::vector<std::string>& command, int error_output) {
  std::vector<char*> arguments;
  for (const std::string& argument : command)
    arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);

  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_adddup2(&files, error_output, 2);
  pid_t child = 0;
  const int code = posix_spawnp(&child, arguments[0], &files, nullptr,
                                arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  if (code != 0)
    throw Error(fmt::format("running {}: {}", command[0], std::strerror(code)));
  return child;
}

double Seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) +
         static_cast<double>(time.tv_usec) * 1e-6;
}

int ExitStatusOf(int how_it_ended) {
  if (WIFEXITED(how_it_ended))
    return WEXITSTATUS(how_it_ended);
  return 128 + WTERMSIG(how_it_ended);
}

}  // namespace

Usage RunChild(const std::vector<std::string>& command, int status) {
  const ErrorOutput error_output;
  const auto begin = std::chrono::steady_clock::now();
  const pid_t child = Spawn(command, error_output.descriptor());
  int how_it_ended = 0;
  rusage used{};
  while (wait4(child, &how_it_ended, 0, &used) < 0)
    if (errno != EINTR)
      throw Error("waiting for a process: " +
                  std::string(std::strerror(errno)));
  const std::chrono::duration<double> wall =
      std::chrono::steady_clock::now() - begin;
  if (const int got = ExitStatusOf(how_it_ended); got != status)
    throw Error(fmt::format("{}: exit status is {}, {} is wanted\n{}",
                            fmt::join(command, " "), got, status,
                            error_output.Text()));
  return {.wall = wall.count(),
          .cpu = Seconds(used.ru_utime) + Seconds(used.ru_stime),
          .memory = static_cast<double>(used.ru_maxrss) * 1024};
}

}  // namespace commitgate::bench
