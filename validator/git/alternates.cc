// SPDX-License-Identifier: MIT
#include "validator/git/alternates.h"

#include <fstream>
#include <optional>
#include <set>
#include <string>
#include <system_error>

#include "validator/git/quoted_path.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

/// Git follows alternates of alternates as far.
constexpr int kMaxDepth = 6;

/// What a line of `info/alternates` names; empty where it names nothing.
std::string ParseLine(const std::string& line) {
  if (line.starts_with('#'))
    return "";
  return UnquotePath(line).value_or(line);
}

class Collector {
 public:
  /// Adds `folder`, if it is there and was not met before, and its alternates.
  void Add(const fs::path& folder, int depth);

  std::vector<fs::path> folders;

 private:
  /// Links and dots lead to one folder by many names.
  std::set<fs::path> met_;
};

void Collector::Add(const fs::path& folder, int depth) {
  std::error_code failure;
  const fs::path name = fs::canonical(folder, failure);
  if (failure || !fs::is_directory(name, failure) || !met_.insert(name).second)
    return;
  folders.push_back(folder);
  if (depth == kMaxDepth)
    return;
  std::ifstream file(folder / "info/alternates");
  for (std::string line; std::getline(file, line);) {
    const std::string alternate = ParseLine(line);
    if (!alternate.empty())
      Add(folder / alternate, depth + 1);
  }
}

}  // namespace

std::vector<fs::path> ObjectFolders(const fs::path& objects) {
  Collector collector;
  collector.Add(objects, 0);
  return collector.folders;
}

}  // namespace commitgate
