// SPDX-License-Identifier: MIT
#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <string_view>

namespace commitgate {

/// A file that is open for reading, or not.  What is no file does not block.
class OpenFile {
 public:
  explicit OpenFile(const std::string& path);
  ~OpenFile();
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  /// An errno, or 0.
  int failure() const { return failure_; }
  /// -1 where it failed.
  int fd() const { return fd_; }
  /// REQUIRES: no failure.
  const struct stat& stat() const { return stat_; }

  /// Nothing where it is no file, is longer than `most`, or cannot be read to
  /// the end that it had when it was opened.
  std::optional<std::string> ReadAll(size_t most) const;
  /// The same, but only so much of what is longer.
  std::optional<std::string> ReadStart(size_t most) const;

 private:
  int fd_ = -1;
  int failure_ = 0;
  struct stat stat_ {};
};

/// A file's content in memory, of which only that is read which is looked at.
/// For files that are replaced, never written to.
class MappedFile {
 public:
  /// Empty where there is no such file.  Throws Error where it cannot be read.
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view content() const { return content_; }

  /// Gives back the memory of what was looked at; who looks there again, even
  /// meanwhile, has it read again.
  void Forget() const;

 private:
  std::string_view content_;
};

}  // namespace commitgate
