// SPDX-License-Identifier: MIT
#include "validator/git/open_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "validator/error.h"

namespace commitgate {

OpenFile::OpenFile(const std::string& path)
    : fd_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  if (fd_ < 0 || fstat(fd_, &stat_) != 0)
    failure_ = errno;
}

OpenFile::~OpenFile() {
  if (fd_ >= 0)
    close(fd_);
}

MappedFile::MappedFile(const std::string& path) {
  const auto fail = [&path](const char* reason) {
    throw Error(fmt::format("reading '{}': {}", path, reason));
  };
  const OpenFile file(path);
  if (file.failure() == ENOENT)
    return;
  if (file.failure() != 0)
    fail(std::strerror(file.failure()));
  if (!S_ISREG(file.stat().st_mode))
    fail("it is no file");
  const auto size = static_cast<size_t>(file.stat().st_size);
  if (size == 0)
    return;
  void* start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.fd(), 0);
  if (start == MAP_FAILED)
    fail(std::strerror(errno));
  content_ = {static_cast<const char*>(start), size};
}

MappedFile::~MappedFile() {
  if (!content_.empty())
    munmap(const_cast<char*>(content_.data()), content_.size());
}

}  // namespace commitgate
