// SPDX-License-Identifier: MIT
#include "tests/support/process_line.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>

namespace commitgate::testing {

std::string InLine(const std::vector<std::string>& names,
                   const std::function<void(const std::string& name)>& enter,
                   const std::function<std::string()>& tell) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0)
    return "no pipe";
  const pid_t first = fork();
  if (first == 0) {
    for (const std::string& name : names) {
      prctl(PR_SET_NAME, name.c_str());
      enter(name);
      const pid_t next = fork();
      if (next == 0)
        continue;
      waitpid(next, nullptr, 0);
      _exit(0);
    }
    const std::string told = tell();
    const bool written = write(ends[1], told.data(), told.size()) >= 0;
    _exit(written ? 0 : 1);
  }
  close(ends[1]);
  std::string told;
  std::array<char, 4096> buffer;
  for (ssize_t n; (n = read(ends[0], buffer.data(), buffer.size())) > 0;)
    told.append(buffer.data(), n);
  close(ends[0]);
  waitpid(first, nullptr, 0);
  return told;
}

}  // namespace commitgate::testing
