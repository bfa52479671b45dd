// SPDX-License-Identifier: MIT
#include "commands/file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <vector>

#include "validator/error.h"

namespace commitgate {
namespace {

std::string ReadAll(int fd, const std::string& name) {
  constexpr size_t kChunk = 64 * 1024;
  std::string text;
  for (;;) {
    const size_t size = text.size();
    text.resize(size + std::max(kChunk, size));
    const ssize_t got = read(fd, text.data() + size, text.size() - size);
    text.resize(size + std::max<ssize_t>(got, 0));
    if (got == 0)
      return text;
    if (got < 0 && errno != EINTR)
      throw Error(fmt::format("reading {}: {}", name, std::strerror(errno)));
  }
}

}  // namespace

std::string ReadFile(const std::string& path) {
  const std::string name = "'" + path + "'";
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    throw Error(fmt::format("opening {}: {}", name, std::strerror(errno)));
  try {
    std::string text = ReadAll(fd, name);
    close(fd);
    return text;
  } catch (...) {
    close(fd);
    throw;
  }
}

std::string ReadStandardInput() {
  return ReadAll(STDIN_FILENO, "standard input");
}

}  // namespace commitgate
