// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <span>
#include <string_view>

#include "validator/error.h"
#include "validator/git/git2_handle.h"
#include "validator/git/plain_revision.h"
#include "validator/git/repository.h"
#include "validator/git/repository_handles.h"
#include "validator/git/revision.h"

namespace commitgate {
namespace {

git_object_t TypeByGit2(git_odb* odb, const git_oid& oid,
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

bool IsCommit(const ObjectStore& objects, const ObjectId& id) {
  const auto header = objects.ReadHeader(id);
  return header && header->type == ObjectType::kCommit;
}

/// Nothing where there is no file, or only libgit2 knows why.
std::optional<ObjectId> FindPlainFile(const Repository& repository,
                                      const ObjectId& commit,
                                      const std::string& path) {
  try {
    return repository.FindBlob(commit, path);
  } catch (const Error&) {
    return std::nullopt;
  }
}

/// Nothing where libgit2 has to look.
std::optional<std::string> ReadStoredBlob(const ObjectStore& objects,
                                          const ObjectId& id) {
  const auto object = objects.Read(id);
  if (!object || object->type != ObjectType::kBlob)
    return std::nullopt;
  return std::string(View(object->content));
}

}  // namespace

std::optional<ObjectId> Repository::Handles::FindRevision(
    const std::string& revision) const {
  return FindPlainRevision(place, refs, revision);
}

ObjectId Repository::ResolveCommit(const std::string& revision) const {
  if (const auto id = handles_->FindRevision(revision);
      id && IsCommit(handles_->objects, *id))
    return *id;
  const auto turn = handles_->git2.Take();
  git_repository* const repository = turn.repository();
  git_oid oid = ToGit2(FindObject(repository, revision));
  for (;;) {
    const git_object_t type = TypeByGit2(turn.odb(), oid, revision);
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
  const size_t colon = revision_and_path.find(':');
  auto found = handles_->FindRevision(revision_and_path.substr(0, colon));
  if (found && colon != revision_and_path.npos)
    found = FindPlainFile(*this, *found, revision_and_path.substr(colon + 1));
  auto content = found ? ReadStoredBlob(handles_->objects, *found)
                       : std::optional<std::string>();
  if (content)
    return *std::move(content);
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
