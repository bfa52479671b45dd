// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "validator/git/git2_objects.h"
#include "validator/git/raw_tree.h"
#include "validator/git/repository.h"
#include "validator/git/repository_handles.h"

namespace commitgate {
namespace {

/// Nothing where there is none, or it is damaged.
std::optional<Bytes> ReadStoredTree(const ObjectStore& objects,
                                    const ObjectId& tree) {
  auto object = objects.Read(tree);
  if (!object || object->type != ObjectType::kTree)
    return std::nullopt;
  return std::move(object->content);
}

struct FileSearch {
  enum class End { kFile, kNoFile, kUnknown };
  End end = End::kUnknown;
  /// With kFile.
  ObjectId id = {};
};

/// Unknown where the store does not have a folder on the way.
FileSearch SearchFile(const ObjectStore& objects, ObjectId tree,
                      std::string_view path) {
  using End = FileSearch::End;
  for (;;) {
    const auto bytes = ReadStoredTree(objects, tree);
    if (!bytes)
      return {End::kUnknown};
    const size_t slash = path.find('/');
    const EntrySearch found = FindEntry(View(*bytes), path.substr(0, slash));
    if (found.is_malformed)
      return {End::kUnknown};
    if (!found.entry)
      return {End::kNoFile};
    if (slash == path.npos)
      return IsFile(found.entry->mode)
                 ? FileSearch{End::kFile, found.entry->Id()}
                 : FileSearch{End::kNoFile};
    if (found.entry->mode != kFolderMode || slash + 1 == path.size())
      return {End::kNoFile};
    tree = found.entry->Id();
    path.remove_prefix(slash + 1);
  }
}

}  // namespace

Bytes Repository::ReadRawTree(const ObjectId& tree) const {
  if (auto bytes = ReadStoredTree(handles_->objects, tree))
    return *std::move(bytes);
  const auto turn = handles_->git2.Take();
  return ReadWellFormedTree(turn.repository(), turn.odb(), tree,
                            fmt::format("reading tree {}", tree.Hex()));
}

void Repository::RefuseMalformedTree(const ObjectId& tree) const {
  const auto turn = handles_->git2.Take();
  MustBeTree(turn.repository(), tree,
             fmt::format("reading tree {}", tree.Hex()));
}

std::optional<ObjectId> Repository::FindBlob(const ObjectId& commit,
                                             const std::string& path) const {
  const ObjectId tree = TreeOf(commit);
  const FileSearch search = SearchFile(handles_->objects, tree, path);
  if (search.end == FileSearch::End::kFile)
    return search.id;
  if (search.end == FileSearch::End::kNoFile)
    return std::nullopt;
  const auto turn = handles_->git2.Take();
  return FindFile(
      turn.repository(), tree, path,
      fmt::format("looking for file '{}' of commit {}", path, commit.Hex()));
}

std::optional<std::string> Repository::ReadBlob(const ObjectId& blob,
                                                size_t most) const {
  const auto header = handles_->objects.ReadHeader(blob);
  if (header && header->size > most)
    return std::nullopt;
  const auto object =
      header ? handles_->objects.Read(blob) : std::optional<StoredObject>();
  if (object)
    return std::string(View(object->content));
  const auto turn = handles_->git2.Take();
  return ReadContent(turn.odb(), blob, most,
                     fmt::format("reading file {}", blob.Hex()));
}

}  // namespace commitgate
