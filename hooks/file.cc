// SPDX-License-Identifier: MIT
#include "hooks/file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "validator/error.h"

namespace commitgate {
namespace {

constexpr size_t kChunk = 64 * 1024;

/// Appends what comes next; false at the end.
bool ReadMore(int fd, const std::string& name, std::string& text) {
  // Most files are short: no page is touched that nothing is read into.
  char chunk[kChunk];
  ssize_t got = 0;
  do {
    got = read(fd, chunk, sizeof chunk);
  } while (got < 0 && errno == EINTR);
  if (got < 0)
    throw Error(fmt::format("reading {}: {}", name, std::strerror(errno)));
  text.append(chunk, got);
  return got > 0;
}

std::string ReadAll(int fd, const std::string& name) {
  std::string text;
  while (ReadMore(fd, name, text)) {
  }
  return text;
}

constexpr char kStandardInput[] = "standard input";

/// A file that is closed however it is left.
class File {
 public:
  File(const std::string& path, int flags)
      : name_("'" + path + "'"),
        fd_(open(path.c_str(), O_RDONLY | O_CLOEXEC | flags)) {
    if (fd_ < 0)
      throw Error(fmt::format("opening {}: {}", name_, std::strerror(errno)));
  }
  ~File() { close(fd_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void RequireRegular(size_t most) const {
    struct stat status {};
    if (fstat(fd_, &status) != 0 || !S_ISREG(status.st_mode))
      throw Error(fmt::format("reading {}: it is no regular file", name_));
    if (static_cast<size_t>(status.st_size) > most)
      throw Error(
          fmt::format("reading {}: it is larger than {} bytes", name_, most));
  }

  std::string Read() const { return ReadAll(fd_, name_); }

 private:
  std::string name_;
  int fd_;
};

}  // namespace

std::string ReadFile(const std::string& path) {
  return File(path, 0).Read();
}

std::string ReadRegularFile(const std::string& path, size_t most) {
  // Opening a pipe would wait for somebody to write into it.
  const File file(path, O_NONBLOCK);
  file.RequireRegular(most);
  return file.Read();
}

std::string ReadStandardInput() {
  return ReadAll(STDIN_FILENO, kStandardInput);
}

std::optional<std::string> StandardInputLines::Next() {
  size_t end = buffer_.find('\n', taken_);
  while (end == buffer_.npos && !ended_) {
    buffer_.erase(0, taken_);
    taken_ = 0;
    const size_t searched = buffer_.size();
    ended_ = !ReadMore(STDIN_FILENO, kStandardInput, buffer_);
    end = buffer_.find('\n', searched);
  }
  if (end == buffer_.npos && taken_ == buffer_.size())
    return std::nullopt;
  end = std::min(end, buffer_.size());
  std::string line = buffer_.substr(taken_, end - taken_);
  taken_ = std::min(end + 1, buffer_.size());
  return line;
}

}  // namespace commitgate
