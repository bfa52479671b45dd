// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace commitgate {

/// Writes `text` into the file at `path`, which keeps its permissions; through
/// a link, into what that leads to.  Whoever reads it meanwhile, and whatever
/// happens, sees all of the old text or all of the new one.  Throws Error that
/// names it.
void ReplaceFile(const std::string& path, std::string_view text);

/// A new file in the folder for temporary ones, which only its owner can read
/// and which is gone with this.
class TemporaryFile {
 public:
  /// Throws Error.
  explicit TemporaryFile(std::string_view text);
  ~TemporaryFile();
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace commitgate
