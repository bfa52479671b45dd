// SPDX-License-Identifier: MIT
#include "validator/git/git2_repository.h"

#include <fmt/core.h>

#include <utility>

#include "validator/error.h"
#include "validator/git/object_database.h"

namespace commitgate {

RepositoryHandle OpenWithGit2(const std::string& path, bool search) {
  constexpr unsigned kExactly =
      GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT;
  const unsigned flags = search ? 0 : kExactly;
  git_repository* repository = nullptr;
  const int code =
      Git2().repository_open_ext(&repository, path.c_str(), flags, nullptr);
  const std::string doing = fmt::format("opening repository '{}'", path);
  if (code == GIT_ENOTFOUND)
    throw Error(doing + (search ? ": none there, nor in the folders above"
                                : ": there is none"));
  Must(code, doing);
  return RepositoryHandle(repository);
}

RepositoryPlace PlaceByGit2(git_repository* repository) {
  RepositoryPlace place{
      .git_dir = Git2().repository_path(repository),
      .common_dir = Git2().repository_commondir(repository),
      .objects = OwnObjects(repository),
      .work_tree = std::nullopt,
  };
  if (const char* work_tree = Git2().repository_workdir(repository))
    place.work_tree = work_tree;
  return place;
}

Git2Repository::Git2Repository(std::string git_dir,
                               std::vector<std::filesystem::path> folders,
                               RepositoryHandle opened)
    : git_dir_(std::move(git_dir)),
      folders_(std::move(folders)),
      repository_(std::move(opened)) {}

Git2Repository::Turn Git2Repository::Take() {
  return Turn(*this);
}

void Git2Repository::OpenWhatIsClosed() {
  if (!repository_)
    repository_ = OpenWithGit2(git_dir_, false);
  if (odb_)
    return;
  OdbHandle odb = OpenObjectDatabase(folders_);
  // libgit2 itself looks there too.
  Must(Git2().repository_set_odb(repository_.get(), odb.get()),
       "setting the object database");
  odb_ = std::move(odb);
}

}  // namespace commitgate
