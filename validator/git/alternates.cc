// SPDX-License-Identifier: MIT
#include "validator/git/alternates.h"

#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <system_error>

#include "validator/git/quoted_path.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

/// Git follows alternates of alternates as far.
constexpr int kMaxDepth = 6;

/// Takes an entry of a list off the front of `list`; empty where it names
/// nothing.
std::string TakeEntry(std::string_view& list, char separator) {
  const bool is_comment = list.starts_with('#');
  std::string path;
  if (auto quoted = TakeQuotedPath(list)) {
    path = *std::move(quoted);
  } else {
    const std::string_view text = list.substr(0, list.find(separator));
    list.remove_prefix(text.size());
    if (!is_comment)
      path = text;
  }
  // Git does not look which character stands behind the quotes.
  if (!list.empty())
    list.remove_prefix(1);
  return path;
}

class Collector {
 public:
  /// Adds `folder`, if it is there and was not met before, and its alternates.
  void Add(const fs::path& folder, int depth);

  /// Adds what a list names; relative paths are below `start`.
  void AddList(std::string_view list, char separator, const fs::path& start,
               int depth);

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
  const std::string list{std::istreambuf_iterator<char>(file), {}};
  AddList(list, '\n', folder, depth + 1);
}

void Collector::AddList(std::string_view list, char separator,
                        const fs::path& start, int depth) {
  while (!list.empty()) {
    const std::string entry = TakeEntry(list, separator);
    if (!entry.empty())
      Add(start / entry, depth);
  }
}

}  // namespace

std::vector<fs::path> ObjectFolders(const fs::path& objects) {
  Collector collector;
  collector.Add(objects, 0);
  return collector.folders;
}

std::vector<fs::path> ObjectFolders(const fs::path& objects,
                                    const Quarantine& quarantine,
                                    const fs::path& git_dir) {
  Collector collector;
  if (!quarantine.objects.empty())
    collector.Add(git_dir / quarantine.objects, 0);
  collector.AddList(quarantine.alternates, ':', git_dir, 0);
  collector.Add(objects, 0);
  return collector.folders;
}

}  // namespace commitgate
