// SPDX-License-Identifier: MIT
#include "validator/git/repository.h"

#include <fmt/core.h>
#include <git2/sys/repository.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "validator/error.h"
#include "validator/git/alternates.h"
#include "validator/git/object_database.h"
#include "validator/git/repository_handles.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

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
  UseLibgit2();
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

}  // namespace

Repository::Handles::Handles(RepositoryHandle opened,
                             const Quarantine& quarantine)
    : repository(std::move(opened)),
      refs(git_repository_path(repository.get()),
           git_repository_commondir(repository.get())),
      shallow(ReadShallowFile(repository.get())) {
  git_repository* const handle = repository.get();
  odb = OpenObjectDatabase(ObjectFolders(OwnObjects(handle), quarantine,
                                         git_repository_path(handle)));
  // libgit2 itself looks there too.
  Must(git_repository_set_odb(handle, odb.get()),
       "setting the object database");
}

Repository::Repository(std::unique_ptr<Handles> handles)
    : handles_(std::move(handles)) {}
Repository::~Repository() = default;
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;

Repository Repository::Open(const std::string& start,
                            const std::string& git_dir) {
  auto handle = git_dir.empty() ? OpenHandle(start, true)
                                : OpenHandle(fs::path(start) / git_dir, false);
  return Repository(std::make_unique<Handles>(std::move(handle), Quarantine{}));
}

Repository Repository::OpenForHook(const std::string& git_dir,
                                   const Quarantine& quarantine) {
  return Repository(
      std::make_unique<Handles>(OpenHandle(git_dir, false), quarantine));
}

std::optional<std::string> Repository::WorkTree() const {
  const char* path = git_repository_workdir(handles_->repository.get());
  if (!path)
    return std::nullopt;
  return path;
}

std::string Repository::GitDir() const {
  return fs::path(git_repository_commondir(handles_->repository.get())) / "";
}

bool Repository::IsShallow() const {
  return !handles_->shallow.empty();
}

bool Repository::IsShallowBoundary(const ObjectId& id) const {
  return std::ranges::binary_search(handles_->shallow, id);
}

}  // namespace commitgate
