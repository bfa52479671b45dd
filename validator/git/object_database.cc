// SPDX-License-Identifier: MIT
#include "validator/git/object_database.h"

#include <git2/odb_backend.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "validator/git/loose_backend.h"

namespace commitgate {
namespace {

// As libgit2 has them: what is packed is looked for first.
constexpr int kPackPriority = 2;
constexpr int kLoosePriority = 1;

/// Git follows alternates of alternates as far.
constexpr int kMaxDepth = 5;

struct ObjectsFolder {
  std::filesystem::path path;
  /// 0 for the repository's own.
  int depth;
};

void AddFolder(git_odb* odb, const ObjectsFolder& folder) {
  const auto add =
      folder.depth == 0 ? git_odb_add_backend : git_odb_add_alternate;
  const std::string path = folder.path.string();
  git_odb_backend* packs = nullptr;
  Must(git_odb_backend_pack(&packs, path.c_str()), "opening packs");
  Must(add(odb, packs, kPackPriority), "adding packs");
  Must(add(odb, MakeLooseBackend(path), kLoosePriority),
       "adding loose objects");
}

/// Adds `folder` and the alternates that it names; one that is not there is
/// passed over, as git does.
void AddWithAlternates(git_odb* odb, const ObjectsFolder& folder) {
  AddFolder(odb, folder);
  if (folder.depth == kMaxDepth)
    return;
  std::ifstream file(folder.path / "info/alternates");
  for (std::string line; std::getline(file, line);) {
    const std::filesystem::path alternate = folder.path / line;
    if (!line.empty() && line[0] != '#' &&
        std::filesystem::is_directory(alternate))
      AddWithAlternates(odb, {alternate, folder.depth + 1});
  }
}

std::string ObjectsPath(git_repository* repository) {
  git_buf buffer{};
  Must(git_repository_item_path(&buffer, repository,
                                GIT_REPOSITORY_ITEM_OBJECTS),
       "finding the object database");
  std::string path(buffer.ptr, buffer.size);
  git_buf_dispose(&buffer);
  return path;
}

}  // namespace

OdbHandle OpenObjectDatabase(git_repository* repository) {
  auto odb = Acquire<OdbHandle>("opening the object database", git_odb_new);
  AddWithAlternates(odb.get(), {ObjectsPath(repository), 0});
  Must(git_repository_set_odb(repository, odb.get()),
       "setting the object database");
  return odb;
}

}  // namespace commitgate
