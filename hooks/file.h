// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace commitgate {

/// All bytes of the file.  Throws Error that names it.
std::string ReadFile(const std::string& path);

/// As ReadFile, but of a regular file of at most `most` bytes: for files that
/// came with somebody's commits.
std::string ReadRegularFile(const std::string& path, size_t most);

/// All bytes of standard input.  Throws Error.
std::string ReadStandardInput();

/// The lines of standard input, each as soon as it is there.
class StandardInputLines {
 public:
  /// Without the line feed; nothing at the end.  Throws Error.
  std::optional<std::string> Next();

 private:
  std::string buffer_;
  size_t taken_ = 0;
  bool ended_ = false;
};

}  // namespace commitgate
