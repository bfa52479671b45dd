// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <new>
#include <string>
#include <string_view>

#include "commands/command.h"
#include "hooks/hook.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// A file that is opened while a standard stream is closed would take its
/// place, and reports would be written into it.  Opened the wrong way round, so
/// that using the stream still fails.
void OccupyStandardStreams() {
  for (int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    if (fcntl(fd, F_GETFD) < 0)
      open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

/// Where the command's name stands: first, or behind options that say where to
/// work.
std::vector<std::string>::iterator FindCommandName(
    std::vector<std::string>& arguments) {
  constexpr std::string_view kPlace[] = {"-C", "--git-dir", "--policy"};
  auto argument = arguments.begin();
  for (; argument != arguments.end(); ++argument) {
    const std::string name = argument->substr(0, argument->find('='));
    if (std::ranges::count(kPlace, name) == 0)
      return argument;
    const bool value_follows = name.size() == argument->size();
    if (value_follows && argument + 1 != arguments.end())
      ++argument;
  }
  return argument;
}

/// Without the name of a command, the arguments are those of `check`.
ExitStatus Dispatch(std::string_view program,
                    std::vector<std::string> arguments) {
  const Environment environment = Environment::Inherited();
  // Git calls a hook by its own name.
  const std::string_view called = program.substr(program.rfind('/') + 1);
  if (FindHook(called)) {
    arguments.emplace(arguments.begin(), called);
    return RunHook({std::move(arguments), environment});
  }
  const auto name = FindCommandName(arguments);
  if (name != arguments.end()) {
    const auto command = std::ranges::find(Commands(), *name, &Command::name);
    if (command != Commands().end()) {
      arguments.erase(name);
      return command->run({std::move(arguments), environment});
    }
  }
  return RunCheck({std::move(arguments), environment});
}

}  // namespace
}  // namespace commitgate

int main(int argc, char** argv) {
  using namespace commitgate;
  OccupyStandardStreams();
  // A reader that goes away is an error of writing, told in words.
  signal(SIGPIPE, SIG_IGN);
  try {
    const std::string_view program = argc > 0 ? argv[0] : "";
    return static_cast<int>(
        Dispatch(program, {argv + std::min(argc, 1), argv + argc}));
  } catch (const std::bad_alloc&) {
    std::fputs("commitgate: out of memory\n", stderr);
  } catch (const std::exception& error) {
    const std::string line = "commitgate: " + Printable(error.what()) + "\n";
    std::fputs(line.c_str(), stderr);
  }
  return static_cast<int>(ExitStatus::kUndecided);
}
