// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <span>
#include <string_view>

#include "validator/error.h"
#include "validator/git/git2_handle.h"
#include "validator/git/repository.h"
#include "validator/git/repository_handles.h"
#include "validator/git/revision.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

/// A chain of tags is followed as far.
constexpr int kMaxTags = 16;

git_object_t TypeOf(git_odb* odb, const git_oid& oid,
                    const std::string& revision) {
  size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  const int code = Git2().odb_read_header(&size, &type, odb, &oid);
  if (code == GIT_ENOTFOUND)
    throw Error(fmt::format("unknown revision '{}': there is no object {}",
                            revision, FromGit2(oid).Hex()));
  Must(code, fmt::format("resolving revision '{}'", revision));
  return type;
}

OdbObjectHandle ReadObject(git_odb* odb, const ObjectId& id,
                           std::string_view doing) {
  const git_oid oid = ToGit2(id);
  git_odb_object* found = nullptr;
  const int code = Git2().odb_read(&found, odb, &oid);
  OdbObjectHandle object(found);
  if (code == GIT_ENOTFOUND)
    throw Error(fmt::format("{} {}: there is no such object", doing, id.Hex()));
  if (code < 0)
    throw Error(fmt::format("{} {}: {}", doing, id.Hex(), Git2Reason()));
  return object;
}

std::string_view ContentOf(const OdbObjectHandle& object) {
  return {static_cast<const char*>(Git2().odb_object_data(object.get())),
          Git2().odb_object_size(object.get())};
}

/// The id in the first line of a commit or a tag: `<key> SP <id>`.
std::optional<ObjectId> FirstId(std::string_view content,
                                std::string_view key) {
  const std::string_view line = TakeLine(content);
  if (!line.starts_with(key))
    return std::nullopt;
  return ObjectId::FromHex(line.substr(key.size()));
}

/// Without its content, which may be large.
git_object_t TypeOfObject(git_odb* odb, const ObjectId& id) {
  const git_oid oid = ToGit2(id);
  size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  const int code = Git2().odb_read_header(&size, &type, odb, &oid);
  if (code == GIT_ENOTFOUND)
    throw Error(
        fmt::format("reading object {}: there is no such object", id.Hex()));
  Must(code, fmt::format("reading object {}", id.Hex()));
  return type;
}

ObjectId TargetOfTag(git_odb* odb, const ObjectId& id) {
  const OdbObjectHandle object = ReadObject(odb, id, "reading tag");
  const auto target = FirstId(ContentOf(object), "object ");
  if (!target)
    throw Error(fmt::format("reading tag {}: it has no object", id.Hex()));
  return *target;
}

}  // namespace

ObjectId Repository::ResolveCommit(const std::string& revision) const {
  const auto turn = handles_->git2.Take();
  git_repository* const repository = turn.repository();
  git_oid oid = ToGit2(FindObject(repository, revision));
  for (;;) {
    const git_object_t type = TypeOf(turn.odb(), oid, revision);
    if (type == GIT_OBJECT_COMMIT)
      return FromGit2(oid);
    if (type != GIT_OBJECT_TAG)
      throw Error(fmt::format("'{}' is a {}, not a commit", revision,
                              Git2().object_type2string(type)));
    const auto tag =
        Acquire<TagHandle>(fmt::format("resolving revision '{}'", revision),
                           Git2().tag_lookup, repository, &oid);
    oid = *Git2().tag_target_id(tag.get());
  }
}

Bytes Repository::ReadCommit(const ObjectId& id) const {
  const auto turn = handles_->git2.Take();
  const OdbObjectHandle object = ReadObject(turn.odb(), id, "reading commit");
  const git_object_t type = Git2().odb_object_type(object.get());
  if (type != GIT_OBJECT_COMMIT)
    throw Error(fmt::format("reading commit {}: it is a {}", id.Hex(),
                            Git2().object_type2string(type)));
  const std::string_view content = ContentOf(object);
  return Bytes(content.begin(), content.end());
}

ObjectId Repository::TreeOf(const ObjectId& commit) const {
  const Bytes object = ReadCommit(commit);
  const auto tree = FirstId(View(object), "tree ");
  if (!tree)
    throw Error(fmt::format("reading commit {}: it has no tree", commit.Hex()));
  return *tree;
}

Peeled Repository::Peel(const ObjectId& id) const {
  const auto turn = handles_->git2.Take();
  ObjectId next = id;
  for (int tags = 0; tags <= kMaxTags; ++tags) {
    switch (TypeOfObject(turn.odb(), next)) {
      case GIT_OBJECT_COMMIT:
        return {Peeled::Type::kCommit, next};
      case GIT_OBJECT_TREE:
        return {Peeled::Type::kTree, next};
      case GIT_OBJECT_BLOB:
        return {Peeled::Type::kBlob, next};
      default:
        next = TargetOfTag(turn.odb(), next);
    }
  }
  throw Error(
      fmt::format("reading object {}: there are more than {} tags of tags",
                  id.Hex(), kMaxTags));
}

std::vector<ObjectId> Repository::MergeBases(const ObjectId& a,
                                             const ObjectId& b) const {
  const git_oid ends[] = {ToGit2(a), ToGit2(b)};
  const auto turn = handles_->git2.Take();
  git_oidarray found{};
  const int code =
      Git2().merge_bases(&found, turn.repository(), &ends[0], &ends[1]);
  if (code == GIT_ENOTFOUND)
    return {};
  Must(code,
       fmt::format("finding the merge bases of {} and {}", a.Hex(), b.Hex()));
  std::vector<ObjectId> bases;
  for (const git_oid& oid : std::span(found.ids, found.count))
    bases.push_back(FromGit2(oid));
  Git2().oidarray_dispose(&found);
  return bases;
}

std::string Repository::ReadFile(const std::string& revision_and_path) const {
  const std::string doing = fmt::format("reading file '{}'", revision_and_path);
  const auto turn = handles_->git2.Take();
  const ObjectHandle object =
      ParseRevision(turn.repository(), revision_and_path);
  const git_object_t type = Git2().object_type(object.get());
  if (type != GIT_OBJECT_BLOB)
    throw Error(
        fmt::format("{}: it is a {}", doing, Git2().object_type2string(type)));
  const auto* blob = reinterpret_cast<const git_blob*>(object.get());
  return std::string(static_cast<const char*>(Git2().blob_rawcontent(blob)),
                     Git2().blob_rawsize(blob));
}

}  // namespace commitgate
