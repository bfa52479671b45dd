// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace commitgate::testing {

/// A folder of the test's own, removed with all that is in it at the end.
class TempDir {
 public:
  TempDir();
  ~TempDir();
  TempDir(const TempDir&) = delete;
  TempDir& operator=(const TempDir&) = delete;

  const std::string& path() const { return path_; }
  std::string operator/(std::string_view name) const;

  /// Writes a file, making the folders it needs, and returns its path.
  std::string Write(std::string_view name, std::string_view content) const;

 private:
  std::string path_;
};

std::string ReadFile(const std::string& path);

}  // namespace commitgate::testing
