// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "validator/git/git2_handle.h"
#include "validator/git/repository.h"
#include "validator/git/repository_handles.h"

namespace commitgate {
namespace {

constexpr unsigned kKinds = 0170000;
constexpr unsigned kRegularFile = 0100000;
constexpr unsigned kMayRun = 0100;

/// A mode as git takes it, whatever the tree says: `40755` is a folder, too,
/// and what is nothing else is a submodule.
unsigned Normal(unsigned mode) {
  switch (mode & kKinds) {
    case GIT_FILEMODE_TREE:
    case GIT_FILEMODE_LINK:
      return mode & kKinds;
    case kRegularFile:
      return (mode & kMayRun) != 0 ? GIT_FILEMODE_BLOB_EXECUTABLE
                                   : GIT_FILEMODE_BLOB;
    default:
      return GIT_FILEMODE_COMMIT;
  }
}

}  // namespace

bool TreeEntry::IsFolder() const {
  return mode == GIT_FILEMODE_TREE;
}

std::vector<TreeEntry> Repository::ReadTree(const ObjectId& tree) const {
  const auto turn = handles_->git2.Take();
  const git_oid oid = ToGit2(tree);
  const auto handle =
      Acquire<TreeHandle>(fmt::format("reading tree {}", tree.Hex()),
                          Git2().tree_lookup, turn.repository(), &oid);
  const size_t count = Git2().tree_entrycount(handle.get());
  std::vector<TreeEntry> entries;
  entries.reserve(count);
  for (size_t i = 0; i < count; ++i) {
    const git_tree_entry* entry = Git2().tree_entry_byindex(handle.get(), i);
    entries.push_back({Git2().tree_entry_name(entry),
                       Normal(Git2().tree_entry_filemode_raw(entry)),
                       FromGit2(*Git2().tree_entry_id(entry))});
  }
  return entries;
}

std::optional<ObjectId> Repository::FindBlob(const ObjectId& commit,
                                             const std::string& path) const {
  const std::string doing =
      fmt::format("looking for file '{}' of commit {}", path, commit.Hex());
  const git_oid tree_id = ToGit2(TreeOf(commit));
  const auto turn = handles_->git2.Take();
  const auto tree = Acquire<TreeHandle>(doing, Git2().tree_lookup,
                                        turn.repository(), &tree_id);
  git_tree_entry* found = nullptr;
  const int code = Git2().tree_entry_bypath(&found, tree.get(), path.c_str());
  const TreeEntryHandle entry(found);
  if (code == GIT_ENOTFOUND)
    return std::nullopt;
  Must(code, doing);
  const unsigned mode = Normal(Git2().tree_entry_filemode_raw(found));
  if (mode != GIT_FILEMODE_BLOB && mode != GIT_FILEMODE_BLOB_EXECUTABLE)
    return std::nullopt;
  return FromGit2(*Git2().tree_entry_id(found));
}

std::optional<std::string> Repository::ReadBlob(const ObjectId& blob,
                                                size_t most) const {
  const std::string doing = fmt::format("reading file {}", blob.Hex());
  const git_oid oid = ToGit2(blob);
  const auto turn = handles_->git2.Take();
  git_odb* const odb = turn.odb();
  size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  Must(Git2().odb_read_header(&size, &type, odb, &oid), doing);
  if (size > most)
    return std::nullopt;
  const auto object =
      Acquire<OdbObjectHandle>(doing, Git2().odb_read, odb, &oid);
  return std::string(
      static_cast<const char*>(Git2().odb_object_data(object.get())),
      Git2().odb_object_size(object.get()));
}

}  // namespace commitgate
