// SPDX-License-Identifier: MIT
#include "validator/git/changed_paths.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "validator/error.h"
#include "validator/git/first_parent.h"

namespace commitgate {
namespace {

/// Room for the paths of a million files.
constexpr size_t kMostBytes = 128 << 20;
/// What is paid for besides the text of a path; a folder has to be read.
constexpr size_t kBytesAFile = 64;
constexpr size_t kBytesAFolder = 1024;

/// Two trees on their way to be compared.
class TreeComparison {
 public:
  explicit TreeComparison(const Repository& repository)
      : repository_(repository) {}

  std::vector<TreeChange> Run(std::optional<ObjectId> before,
                              std::optional<ObjectId> after) {
    Open("", before, after);
    while (!open_.empty()) {
      const Folder folder = std::move(open_.back());
      open_.pop_back();
      Compare(folder);
    }
    std::ranges::sort(changes_, {}, &TreeChange::path);
    return std::move(changes_);
  }

 private:
  /// A folder before and after; nothing where it is none.
  struct Folder {
    /// Empty, or with a slash at the end.
    std::string path;
    std::optional<ObjectId> before;
    std::optional<ObjectId> after;
  };

  void Open(std::string path, const std::optional<ObjectId>& before,
            const std::optional<ObjectId>& after) {
    if (before == after)
      return;
    Pay(path.size() + kBytesAFolder);
    open_.push_back({std::move(path), before, after});
  }

  void Add(TreeChange change) {
    Pay(change.path.size() + kBytesAFile);
    changes_.push_back(std::move(change));
  }

  std::vector<TreeEntry> Read(const std::optional<ObjectId>& tree) const;
  void Compare(const Folder& folder);
  void Compare(const std::string& folder, const TreeEntry* before,
               const TreeEntry* after);
  void Pay(size_t price);

  const Repository& repository_;
  std::vector<Folder> open_;
  std::vector<TreeChange> changes_;
  size_t bytes_left_ = kMostBytes;
};

/// Sorted by name, whatever the order in the tree.
std::vector<TreeEntry> TreeComparison::Read(
    const std::optional<ObjectId>& tree) const {
  if (!tree)
    return {};
  std::vector<TreeEntry> entries = repository_.ReadTree(*tree);
  std::ranges::stable_sort(entries, {}, &TreeEntry::name);
  return entries;
}

void TreeComparison::Compare(const Folder& folder) {
  const std::vector<TreeEntry> before = Read(folder.before);
  const std::vector<TreeEntry> after = Read(folder.after);
  auto old = before.begin();
  auto now = after.begin();
  while (old != before.end() || now != after.end()) {
    const bool takes_old =
        now == after.end() || (old != before.end() && old->name <= now->name);
    const bool takes_now =
        old == before.end() || (now != after.end() && now->name <= old->name);
    Compare(folder.path, takes_old ? &*old : nullptr,
            takes_now ? &*now : nullptr);
    old += takes_old ? 1 : 0;
    now += takes_now ? 1 : 0;
  }
}

/// Two entries of one name, of which one may be missing.
void TreeComparison::Compare(const std::string& folder, const TreeEntry* before,
                             const TreeEntry* after) {
  using Kind = TreeChange::Kind;
  if (before && after && before->mode == after->mode && before->id == after->id)
    return;
  std::string path = folder + (before ? before : after)->name;
  const bool was_file = before && !before->IsFolder();
  const bool is_file = after && !after->IsFolder();
  if (was_file && is_file)
    Add({Kind::kModified, path});
  else if (was_file)
    Add({Kind::kDeleted, path});
  else if (is_file)
    Add({Kind::kAdded, path});
  const auto folder_of = [](const TreeEntry* entry) {
    return entry && entry->IsFolder() ? std::optional(entry->id) : std::nullopt;
  };
  Open(std::move(path) + '/', folder_of(before), folder_of(after));
}

void TreeComparison::Pay(size_t price) {
  if (price > bytes_left_)
    throw Error("there are too many paths");
  bytes_left_ -= price;
}

std::vector<TreeChange> FindChanges(const Repository& repository,
                                    const ObjectId& commit,
                                    std::string_view object) {
  const auto parent = FirstParent(object);
  const auto before =
      parent ? std::optional(repository.TreeOf(*parent)) : std::nullopt;
  return TreeComparison(repository).Run(before, repository.TreeOf(commit));
}

Error Failure(const ObjectId& commit, const Error& error) {
  return Error(fmt::format("finding what commit {} changes: {}", commit.Hex(),
                           error.what()));
}

}  // namespace

std::vector<TreeChange> ChangedPaths(const Repository& repository,
                                     const ObjectId& commit) {
  try {
    return FindChanges(repository, commit, View(repository.ReadCommit(commit)));
  } catch (const Error& error) {
    throw Failure(commit, error);
  }
}

std::vector<TreeChange> ChangedPaths(const Repository& repository,
                                     const ObjectId& commit,
                                     std::string_view object) {
  try {
    return FindChanges(repository, commit, object);
  } catch (const Error& error) {
    throw Failure(commit, error);
  }
}

}  // namespace commitgate
