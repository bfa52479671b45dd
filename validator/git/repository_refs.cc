// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include "validator/error.h"
#include "validator/git/alternates.h"
#include "validator/git/object_database.h"
#include "validator/git/repository.h"
#include "validator/git/repository_handles.h"

namespace commitgate {

std::optional<ObjectId> Repository::ReadRef(const std::string& name) const {
  return handles_->refs.Read(name);
}

std::string Repository::FollowSymbolic(const std::string& name) const {
  return handles_->refs.Follow(name);
}

std::vector<Ref> Repository::ReadRefs() const {
  return handles_->refs.ReadAll();
}

void Repository::KeepRef(const std::string& name,
                         const ObjectId& target) const {
  const std::string doing =
      fmt::format("making ref '{}' for {}", name, target.Hex());
  git_repository* const repository = handles_->repository.get();
  // What is in quarantine only may be gone soon.
  const OdbHandle own =
      OpenObjectDatabase(ObjectFolders(OwnObjects(repository)));
  const git_oid oid = ToGit2(target);
  if (git_odb_exists(own.get(), &oid) == 0)
    throw Error(doing + ": there is no such object");
  git_reference* made = nullptr;
  const int code =
      git_reference_create(&made, repository, name.c_str(), &oid, 0, nullptr);
  const ReferenceHandle reference(made);
  if (code != GIT_EEXISTS) {
    Must(code, doing);
    return;
  }
  if (ReadRef(name) != target)
    throw Error(doing + ": it is there and points elsewhere");
}

}  // namespace commitgate
