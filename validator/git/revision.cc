// SPDX-License-Identifier: MIT
#include "validator/git/revision.h"

#include <fmt/core.h>

#include <optional>

#include "validator/error.h"

namespace commitgate {
namespace {

/// The object that a branch or tag points to.  Those whose objects libgit2
/// cannot parse have an id all the same.
std::optional<ObjectId> FindReference(git_repository* repository,
                                      const std::string& name) {
  git_reference* found = nullptr;
  if (Git2().reference_dwim(&found, repository, name.c_str()) < 0)
    return std::nullopt;
  const ReferenceHandle reference(found);
  const git_oid* target = Git2().reference_target(found);
  if (!target)
    return std::nullopt;
  return FromGit2(*target);
}

std::string WhyUnknown(git_repository* repository,
                       const std::string& revision) {
  const bool unborn =
      revision == "HEAD" && Git2().repository_head_unborn(repository) == 1;
  return fmt::format("unknown revision '{}'{}", revision,
                     unborn ? ": the branch has no commits yet" : "");
}

}  // namespace

ObjectId FindObject(git_repository* repository, const std::string& revision) {
  // libgit2 takes no name for HEAD.
  if (revision.empty())
    throw Error(WhyUnknown(repository, revision));
  if (const auto id = ObjectId::FromHex(revision))
    return *id;
  if (const auto id = FindReference(repository, revision))
    return *id;
  const ObjectHandle object = ParseRevision(repository, revision);
  return FromGit2(*Git2().object_id(object.get()));
}

ObjectHandle ParseRevision(git_repository* repository,
                           const std::string& revision) {
  git_object* object = nullptr;
  const int code =
      Git2().revparse_single(&object, repository, revision.c_str());
  if (code == GIT_EAMBIGUOUS)
    throw Error(fmt::format("revision '{}' is ambiguous", revision));
  if (code == GIT_ENOTFOUND || code == GIT_EINVALIDSPEC)
    throw Error(WhyUnknown(repository, revision));
  Must(code, fmt::format("resolving revision '{}'", revision));
  return ObjectHandle(object);
}

}  // namespace commitgate
