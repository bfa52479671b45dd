// SPDX-License-Identifier: MIT
#include "validator/git/changed_paths.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "validator/error.h"
#include "validator/git/first_parent.h"
#include "validator/git/tree_difference.h"

namespace commitgate {
namespace {

/// Room for the paths of a million files.
constexpr size_t kMostBytes = 128 << 20;
/// What is paid for besides the text of a path; a folder has to be read.
constexpr size_t kBytesAFile = 64;
constexpr size_t kBytesAFolder = 1024;

std::optional<ObjectId> IdOf(const std::optional<RawTreeEntry>& entry) {
  return entry ? std::optional(entry->Id()) : std::nullopt;
}

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

  Bytes Read(const std::optional<ObjectId>& tree) const;
  void Compare(const Folder& folder);
  void Compare(const std::string& folder, const EntryChange& change);
  [[noreturn]] void SayWhatIsMalformed(const Folder& folder) const;
  void Pay(size_t price);

  const Repository& repository_;
  std::vector<Folder> open_;
  std::vector<TreeChange> changes_;
  size_t bytes_left_ = kMostBytes;
};

Bytes TreeComparison::Read(const std::optional<ObjectId>& tree) const {
  return tree ? repository_.ReadRawTree(*tree) : Bytes();
}

void TreeComparison::Compare(const Folder& folder) {
  const Bytes before = Read(folder.before);
  const Bytes after = Read(folder.after);
  const auto changes = FindChanges(View(before), View(after));
  if (!changes)
    SayWhatIsMalformed(folder);
  for (const EntryChange& change : *changes)
    Compare(folder.path, change);
}

void TreeComparison::Compare(const std::string& folder,
                             const EntryChange& change) {
  using Kind = TreeChange::Kind;
  const auto& [before, after] = change;
  const RawTreeEntry& entry = before ? *before : *after;
  std::string path = folder;
  path += entry.name;
  if (entry.mode == kFolderMode)
    Open(std::move(path) + '/', IdOf(before), IdOf(after));
  else if (before && after)
    Add({Kind::kModified, std::move(path)});
  else
    Add({before ? Kind::kDeleted : Kind::kAdded, std::move(path)});
}

void TreeComparison::SayWhatIsMalformed(const Folder& folder) const {
  for (const auto& tree : {folder.before, folder.after})
    if (tree)
      repository_.RefuseMalformedTree(*tree);
  throw Error("a tree is malformed");
}

void TreeComparison::Pay(size_t price) {
  if (price > bytes_left_)
    throw Error("there are too many paths");
  bytes_left_ -= price;
}

std::vector<TreeChange> CompareWithParent(const Repository& repository,
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
    return CompareWithParent(repository, commit,
                             View(repository.ReadCommit(commit)));
  } catch (const Error& error) {
    throw Failure(commit, error);
  }
}

std::vector<TreeChange> ChangedPaths(const Repository& repository,
                                     const ObjectId& commit,
                                     std::string_view object) {
  try {
    return CompareWithParent(repository, commit, object);
  } catch (const Error& error) {
    throw Failure(commit, error);
  }
}

}  // namespace commitgate
