// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <filesystem>
#include <system_error>

#include "validator/error.h"
#include "validator/git/alternates.h"
#include "validator/git/object_database.h"
#include "validator/git/ref_name.h"
#include "validator/git/repository.h"
#include "validator/git/repository_handles.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

/// Lets those into the folders of a new ref who may write to `refs`: libgit2
/// knows no core.sharedRepository.
void Share(const fs::path& git_dir, const std::string& name) {
  std::error_code ignored;
  constexpr fs::perms kOthers = fs::perms::group_all | fs::perms::others_all;
  const fs::perms shared =
      fs::status(git_dir / "refs", ignored).permissions() & kOthers;
  const fs::path refs = git_dir / "refs";
  for (fs::path folder = (git_dir / name).parent_path(); folder != refs;
       folder = folder.parent_path())
    fs::permissions(folder, shared, fs::perm_options::add, ignored);
}

/// Whether the repository itself has it: what is only in quarantine may be gone
/// soon.
bool HasItself(const RepositoryPlace& place, const git_oid& id) {
  const OdbHandle own = OpenObjectDatabase(ObjectFolders(place.objects));
  return Git2().odb_exists(own.get(), &id) == 1;
}

}  // namespace

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
  const git_oid id = ToGit2(target);
  if (!IsRefName(name))
    throw Error(doing + ": that is no name of a ref");
  if (!HasItself(handles_->place, id))
    throw Error(doing + ": there is no such object");
  const auto turn = handles_->git2.Take();
  git_reference* made = nullptr;
  const int code = Git2().reference_create(&made, turn.repository(),
                                           name.c_str(), &id, 0, nullptr);
  const ReferenceHandle reference(made);
  if (code == GIT_EEXISTS && ReadRef(name) == target)
    return;
  if (code == GIT_EEXISTS)
    throw Error(doing + ": it is there and points elsewhere");
  Must(code, doing);
  Share(GitDir(), name);
}

}  // namespace commitgate
