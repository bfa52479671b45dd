// SPDX-License-Identifier: MIT
#include "commands/output.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "validator/error.h"

namespace commitgate {
namespace {

constexpr size_t kBuffered = 64 * 1024;

}  // namespace

Output::Output() : Output("standard output", STDOUT_FILENO) {}

Output Output::StandardError() {
  return Output("standard error", STDERR_FILENO);
}

Output::Output(const std::string& path)
    : Output(
          "'" + path + "'",
          open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {
  if (fd_ < 0)
    throw Error(fmt::format("opening {}: {}", name_, std::strerror(errno)));
}

Output::~Output() {
  if (fd_ > STDERR_FILENO)
    close(fd_);
}

bool Output::IsTerminal() const {
  return isatty(fd_) == 1;
}

void Output::Write(std::string_view text) {
  buffer_ += text;
  if (buffer_.size() >= kBuffered)
    Flush();
}

void Output::Flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t written = write(fd_, rest.data(), rest.size());
    if (written >= 0) {
      rest.remove_prefix(written);
    } else if (errno != EINTR) {
      throw Error(
          fmt::format("writing to {}: {}", name_, std::strerror(errno)));
    }
  }
  buffer_.clear();
}

void Output::Finish() {
  Flush();
  // Some file systems tell only now that there was no room.
  if (close(std::exchange(fd_, -1)) != 0)
    throw Error(fmt::format("closing {}: {}", name_, std::strerror(errno)));
}

}  // namespace commitgate
