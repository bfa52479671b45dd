// SPDX-License-Identifier: MIT
#include "validator/git/object_database.h"

#include <git2/odb_backend.h>
#include <git2/sys/odb_backend.h>

#include "validator/git/loose_backend.h"

namespace commitgate {
namespace {

// As libgit2 has them: what is packed is looked for first.
constexpr int kPackPriority = 2;
constexpr int kLoosePriority = 1;

void AddFolder(git_odb* odb, const std::string& folder, bool is_alternate) {
  const auto add =
      is_alternate ? Git2().odb_add_alternate : Git2().odb_add_backend;
  git_odb_backend* packs = nullptr;
  Must(Git2().odb_backend_pack(&packs, folder.c_str()), "opening packs");
  Must(add(odb, packs, kPackPriority), "adding packs");
  Must(add(odb, MakeLooseBackend(folder), kLoosePriority),
       "adding loose objects");
}

}  // namespace

std::string OwnObjects(git_repository* repository) {
  git_buf buffer{};
  Must(Git2().repository_item_path(&buffer, repository,
                                   GIT_REPOSITORY_ITEM_OBJECTS),
       "finding the object database");
  std::string path(buffer.ptr, buffer.size);
  Git2().buf_dispose(&buffer);
  return path;
}

OdbHandle OpenObjectDatabase(
    const std::vector<std::filesystem::path>& folders) {
  auto odb = Acquire<OdbHandle>("opening the object database", Git2().odb_new);
  for (const std::filesystem::path& folder : folders)
    AddFolder(odb.get(), folder, folder != folders.front());
  return odb;
}

}  // namespace commitgate
