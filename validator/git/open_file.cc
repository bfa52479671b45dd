// SPDX-License-Identifier: MIT
#include "validator/git/open_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
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

std::optional<std::string> OpenFile::ReadAll(size_t most) const {
  if (failure_ != 0 || stat_.st_size > static_cast<off_t>(most))
    return std::nullopt;
  return ReadStart(most);
}

std::optional<std::string> OpenFile::ReadStart(size_t most) const {
  if (failure_ != 0 || !S_ISREG(stat_.st_mode))
    return std::nullopt;
  std::string bytes(std::min(static_cast<size_t>(stat_.st_size), most), '\0');
  for (size_t done = 0; done < bytes.size();) {
    const ssize_t got =
        pread(fd_, &bytes[done], bytes.size() - done, static_cast<off_t>(done));
    if (got < 0 && errno == EINTR)
      continue;
    if (got <= 0)
      return std::nullopt;
    done += static_cast<size_t>(got);
  }
  return bytes;
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

void MappedFile::Forget() const {
  if (!content_.empty())
    madvise(const_cast<char*>(content_.data()), content_.size(), MADV_DONTNEED);
}

MappedFile::~MappedFile() {
  if (!content_.empty())
    munmap(const_cast<char*>(content_.data()), content_.size());
}

}  // namespace commitgate
