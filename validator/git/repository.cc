// SPDX-License-Identifier: MIT
#include "validator/git/repository.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <span>

#include "validator/error.h"
#include "validator/git/git2_handle.h"
#include "validator/git/object_database.h"

namespace commitgate {
namespace {

git_oid ToGit2(const ObjectId& id) {
  git_oid oid;
  static_assert(sizeof oid.id == sizeof id.bytes);
  std::memcpy(oid.id, id.bytes.data(), sizeof oid.id);
  return oid;
}

ObjectId FromGit2(const git_oid& oid) {
  ObjectId id;
  std::memcpy(id.bytes.data(), oid.id, sizeof oid.id);
  return id;
}

/// Sorted; empty where the repository is not shallow.
std::vector<ObjectId> ReadShallowFile(git_repository* repository) {
  std::ifstream file(std::string(git_repository_commondir(repository)) +
                     "/shallow");
  std::vector<ObjectId> boundary;
  for (std::string line; std::getline(file, line);)
    if (const auto id = ObjectId::FromHex(line))
      boundary.push_back(*id);
  std::ranges::sort(boundary);
  return boundary;
}

RepositoryHandle OpenHandle(const std::string& path, bool search) {
  constexpr unsigned kExactly =
      GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT;
  const unsigned flags = search ? 0 : kExactly;
  git_repository* repository = nullptr;
  const int code =
      git_repository_open_ext(&repository, path.c_str(), flags, nullptr);
  const std::string doing = fmt::format("opening repository '{}'", path);
  if (code == GIT_ENOTFOUND)
    throw Error(doing + (search ? ": none there, nor in the folders above"
                                : ": there is none"));
  Must(code, doing);
  return RepositoryHandle(repository);
}

/// The object that a branch or tag points to.  Those whose objects libgit2
/// cannot parse have an id all the same.
std::optional<ObjectId> FindReference(git_repository* repository,
                                      const std::string& name) {
  git_reference* found = nullptr;
  if (git_reference_dwim(&found, repository, name.c_str()) < 0)
    return std::nullopt;
  const ReferenceHandle reference(found);
  const git_oid* target = git_reference_target(found);
  if (!target)
    return std::nullopt;
  return FromGit2(*target);
}

std::string WhyUnknown(git_repository* repository,
                       const std::string& revision) {
  const bool unborn =
      revision == "HEAD" && git_repository_head_unborn(repository) == 1;
  return fmt::format("unknown revision '{}'{}", revision,
                     unborn ? ": the branch has no commits yet" : "");
}

ObjectHandle ParseRevision(git_repository* repository,
                           const std::string& revision) {
  git_object* object = nullptr;
  const int code = git_revparse_single(&object, repository, revision.c_str());
  if (code == GIT_EAMBIGUOUS)
    throw Error(fmt::format("revision '{}' is ambiguous", revision));
  if (code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC)
    throw Error(WhyUnknown(repository, revision));
  Must(code, fmt::format("resolving revision '{}'", revision));
  return ObjectHandle(object);
}

ObjectId FindObject(git_repository* repository, const std::string& revision) {
  // libgit2 takes no name for HEAD.
  if (revision.empty())
    throw Error(WhyUnknown(repository, revision));
  if (const auto id = ObjectId::FromHex(revision))
    return *id;
  if (const auto id = FindReference(repository, revision))
    return *id;
  const ObjectHandle object = ParseRevision(repository, revision);
  return FromGit2(*git_object_id(object.get()));
}

git_object_t TypeOf(git_odb* odb, const git_oid& oid,
                    const std::string& revision) {
  size_t size = 0;
  git_object_t type = GIT_OBJECT_INVALID;
  const int code = git_odb_read_header(&size, &type, odb, &oid);
  if (code == GIT_ENOTFOUND)
    throw Error(fmt::format("unknown revision '{}': there is no object {}",
                            revision, FromGit2(oid).Hex()));
  Must(code, fmt::format("resolving revision '{}'", revision));
  return type;
}

}  // namespace

struct Repository::Handles {
  RepositoryHandle repository;
  OdbHandle odb;
  std::vector<ObjectId> shallow;
};

Repository::Repository(std::unique_ptr<Handles> handles)
    : handles_(std::move(handles)) {}
Repository::~Repository() = default;
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;

Repository Repository::Open(const std::string& start,
                            const std::string& git_dir) {
  UseLibgit2();
  auto handles = std::make_unique<Handles>();
  handles->repository =
      git_dir.empty()
          ? OpenHandle(start, true)
          : OpenHandle(std::filesystem::path(start) / git_dir, false);
  git_repository* repository = handles->repository.get();
  handles->odb = OpenObjectDatabase(repository);
  handles->shallow = ReadShallowFile(repository);
  return Repository(std::move(handles));
}

std::optional<std::string> Repository::WorkTree() const {
  const char* path = git_repository_workdir(handles_->repository.get());
  if (!path)
    return std::nullopt;
  return path;
}

ObjectId Repository::ResolveCommit(const std::string& revision) const {
  git_repository* repository = handles_->repository.get();
  git_oid oid = ToGit2(FindObject(repository, revision));
  for (;;) {
    const git_object_t type = TypeOf(handles_->odb.get(), oid, revision);
    if (type == GIT_OBJECT_COMMIT)
      return FromGit2(oid);
    if (type != GIT_OBJECT_TAG)
      throw Error(fmt::format("'{}' is a {}, not a commit", revision,
                              git_object_type2string(type)));
    const auto tag =
        Acquire<TagHandle>(fmt::format("resolving revision '{}'", revision),
                           git_tag_lookup, repository, &oid);
    oid = *git_tag_target_id(tag.get());
  }
}

Bytes Repository::ReadCommit(const ObjectId& id) const {
  const git_oid oid = ToGit2(id);
  git_odb_object* found = nullptr;
  const int code = git_odb_read(&found, handles_->odb.get(), &oid);
  const OdbObjectHandle object(found);
  if (code == GIT_ENOTFOUND)
    throw Error(
        fmt::format("reading commit {}: there is no such object", id.Hex()));
  if (code < 0)
    throw Error(fmt::format("reading commit {}: {}", id.Hex(), Git2Reason()));
  const git_object_t type = git_odb_object_type(found);
  if (type != GIT_OBJECT_COMMIT)
    throw Error(fmt::format("reading commit {}: it is a {}", id.Hex(),
                            git_object_type2string(type)));
  const char* data = static_cast<const char*>(git_odb_object_data(found));
  return Bytes(data, data + git_odb_object_size(found));
}

std::vector<ObjectId> Repository::MergeBases(const ObjectId& a,
                                             const ObjectId& b) const {
  const git_oid ends[] = {ToGit2(a), ToGit2(b)};
  git_oidarray found{};
  const int code =
      git_merge_bases(&found, handles_->repository.get(), &ends[0], &ends[1]);
  if (code == GIT_ENOTFOUND)
    return {};
  Must(code,
       fmt::format("finding the merge bases of {} and {}", a.Hex(), b.Hex()));
  std::vector<ObjectId> bases;
  for (const git_oid& oid : std::span(found.ids, found.count))
    bases.push_back(FromGit2(oid));
  git_oidarray_dispose(&found);
  return bases;
}

std::string Repository::ReadFile(const std::string& revision_and_path) const {
  const std::string doing = fmt::format("reading file '{}'", revision_and_path);
  const ObjectHandle object =
      ParseRevision(handles_->repository.get(), revision_and_path);
  const git_object_t type = git_object_type(object.get());
  if (type != GIT_OBJECT_BLOB)
    throw Error(
        fmt::format("{}: it is a {}", doing, git_object_type2string(type)));
  const auto* blob = reinterpret_cast<const git_blob*>(object.get());
  return std::string(static_cast<const char*>(git_blob_rawcontent(blob)),
                     git_blob_rawsize(blob));
}

bool Repository::IsShallowBoundary(const ObjectId& id) const {
  return std::ranges::binary_search(handles_->shallow, id);
}

}  // namespace commitgate
