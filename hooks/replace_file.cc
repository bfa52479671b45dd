// SPDX-License-Identifier: MIT
#include "hooks/replace_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "validator/error.h"

namespace commitgate {
namespace {

[[noreturn]] void Fail(const std::string& path) {
  throw Error(fmt::format("writing '{}': {}", path, std::strerror(errno)));
}

/// 0, or the number of the error.
int WriteAll(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = write(fd, text.data(), text.size());
    if (count > 0)
      text.remove_prefix(count);
    else if (errno != EINTR)
      return errno;
  }
  return 0;
}

/// Makes a file of a name that begins with `path` and puts `text` into it.
std::string WriteNew(const std::string& path, std::string_view text,
                     mode_t mode) {
  std::string name = path + ".XXXXXX";
  const int fd = mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0)
    Fail(path);
  int failure = WriteAll(fd, text);
  if (failure == 0 && (fchmod(fd, mode) != 0 || fsync(fd) != 0))
    failure = errno;
  close(fd);
  if (failure == 0)
    return name;
  unlink(name.c_str());
  errno = failure;
  Fail(path);
}

}  // namespace

void ReplaceFile(const std::string& path, std::string_view text) {
  std::error_code error;
  const std::string target = std::filesystem::canonical(path, error).string();
  struct stat status {};
  if (error || stat(target.c_str(), &status) != 0)
    throw Error(fmt::format("writing '{}': it is not there", path));
  if (!S_ISREG(status.st_mode))
    throw Error(fmt::format("writing '{}': it is no regular file", path));
  const std::string name = WriteNew(target, text, status.st_mode & 07777);
  if (std::rename(name.c_str(), target.c_str()) == 0)
    return;
  const int failure = errno;
  unlink(name.c_str());
  errno = failure;
  Fail(path);
}

TemporaryFile::TemporaryFile(std::string_view text) {
  std::error_code error;
  const auto folder = std::filesystem::temp_directory_path(error);
  if (error)
    throw Error(fmt::format("finding the folder for temporary files: {}",
                            error.message()));
  path_ = WriteNew((folder / "commitgate").string(), text, 0600);
}

TemporaryFile::~TemporaryFile() {
  unlink(path_.c_str());
}

}  // namespace commitgate
