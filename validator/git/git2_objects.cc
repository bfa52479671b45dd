// SPDX-License-Identifier: MIT
#include "validator/git/git2_objects.h"

#include <fmt/core.h>

#include "validator/error.h"
#include "validator/git/raw_tree.h"

namespace commitgate {
namespace {

ObjectType TypeFrom(git_object_t type, std::string_view doing,
                    const ObjectId& id) {
  switch (type) {
    case GIT_OBJECT_COMMIT:
      return ObjectType::kCommit;
    case GIT_OBJECT_TREE:
      return ObjectType::kTree;
    case GIT_OBJECT_BLOB:
      return ObjectType::kBlob;
    case GIT_OBJECT_TAG:
      return ObjectType::kTag;
    default:
      throw Error(
          fmt::format("{} {}: it is of an unknown type", doing, id.Hex()));
  }
}

/// For answers of libgit2 about an object.
void MustFind(int code, std::string_view doing, const ObjectId& id) {
  if (code == GIT_ENOTFOUND)
    throw Error(fmt::format("{} {}: there is no such object", doing, id.Hex()));
  Must(code, fmt::format("{} {}", doing, id.Hex()));
}

std::string_view ContentOf(const OdbObjectHandle& object) {
  return {static_cast<const char*>(Git2().odb_object_data(object.get())),
          Git2().odb_object_size(object.get())};
}

TreeHandle LookUp(git_repository* repository, const ObjectId& tree,
                  const std::string& doing) {
  const git_oid oid = ToGit2(tree);
  return Acquire<TreeHandle>(doing, Git2().tree_lookup, repository, &oid);
}

}  // namespace

StoredObject ReadObject(git_odb* odb, const ObjectId& id,
                        std::string_view doing) {
  const git_oid oid = ToGit2(id);
  git_odb_object* found = nullptr;
  const int code = Git2().odb_read(&found, odb, &oid);
  const OdbObjectHandle object(found);
  MustFind(code, doing, id);
  const std::string_view content = ContentOf(object);
  return {TypeFrom(Git2().odb_object_type(found), doing, id),
          Bytes(content.begin(), content.end())};
}

ObjectType ReadType(git_odb* odb, const ObjectId& id, std::string_view doing) {
  const git_oid oid = ToGit2(id);
  size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  MustFind(Git2().odb_read_header(&size, &type, odb, &oid), doing, id);
  return TypeFrom(type, doing, id);
}

Bytes ReadWellFormedTree(git_repository* repository, git_odb* odb,
                         const ObjectId& tree, const std::string& doing) {
  MustBeTree(repository, tree, doing);
  const git_oid oid = ToGit2(tree);
  const auto object =
      Acquire<OdbObjectHandle>(doing, Git2().odb_read, odb, &oid);
  const std::string_view content = ContentOf(object);
  return Bytes(content.begin(), content.end());
}

void MustBeTree(git_repository* repository, const ObjectId& tree,
                const std::string& doing) {
  LookUp(repository, tree, doing);
}

std::optional<ObjectId> FindFile(git_repository* repository,
                                 const ObjectId& tree, const std::string& path,
                                 const std::string& doing) {
  const TreeHandle handle = LookUp(repository, tree, doing);
  git_tree_entry* found = nullptr;
  const int code = Git2().tree_entry_bypath(&found, handle.get(), path.c_str());
  const TreeEntryHandle entry(found);
  if (code == GIT_ENOTFOUND)
    return std::nullopt;
  Must(code, doing);
  if (!IsFile(NormalMode(Git2().tree_entry_filemode_raw(found))))
    return std::nullopt;
  return FromGit2(*Git2().tree_entry_id(found));
}

std::optional<std::string> ReadContent(git_odb* odb, const ObjectId& id,
                                       size_t most, const std::string& doing) {
  const git_oid oid = ToGit2(id);
  size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  Must(Git2().odb_read_header(&size, &type, odb, &oid), doing);
  if (size > most)
    return std::nullopt;
  const auto object =
      Acquire<OdbObjectHandle>(doing, Git2().odb_read, odb, &oid);
  return std::string(ContentOf(object));
}

}  // namespace commitgate
