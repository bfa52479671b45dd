// SPDX-License-Identifier: MIT
#include "validator/git/repository.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "validator/git/alternates.h"
#include "validator/git/plain_repository.h"
#include "validator/git/repository_handles.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

/// Sorted; empty where the repository is not shallow.
std::vector<ObjectId> ReadShallowFile(const std::string& common_dir) {
  std::ifstream file(common_dir + "/shallow");
  std::vector<ObjectId> boundary;
  for (std::string line; std::getline(file, line);)
    if (const auto id = ObjectId::FromHex(line))
      boundary.push_back(*id);
  std::ranges::sort(boundary);
  return boundary;
}

/// Whether the first of the folders is that of a push.
bool StartsWithQuarantine(const std::vector<fs::path>& folders,
                          const Quarantine& quarantine,
                          const fs::path& git_dir) {
  return !quarantine.path.empty() && quarantine.path == quarantine.objects &&
         folders.size() > 1 && folders[0] == git_dir / quarantine.path;
}

}  // namespace

Repository::Handles::Handles(RepositoryPlace where,
                             std::vector<fs::path> folders,
                             RepositoryHandle opened)
    : place(std::move(where)),
      refs(place.git_dir, place.common_dir),
      objects(folders),
      shallow(ReadShallowFile(place.common_dir)),
      git2(place.git_dir, std::move(folders), std::move(opened)) {}

Repository::Repository(std::unique_ptr<Handles> handles)
    : handles_(std::move(handles)) {}
Repository::~Repository() = default;
Repository::Repository(Repository&&) noexcept = default;
Repository& Repository::operator=(Repository&&) noexcept = default;

Repository Repository::OpenAt(const std::string& path, bool search,
                              const Quarantine& quarantine) {
  RepositoryHandle opened;
  auto place = FindPlainRepository(path, search);
  if (!place) {
    opened = OpenWithGit2(path, search);
    place = PlaceByGit2(opened.get());
  }
  auto folders = ObjectFolders(place->objects, quarantine, place->git_dir);
  const bool has_quarantine =
      StartsWithQuarantine(folders, quarantine, place->git_dir);
  auto handles = std::make_unique<Handles>(
      *std::move(place), std::move(folders), std::move(opened));
  handles->has_quarantine = has_quarantine;
  return Repository(std::move(handles));
}

Repository Repository::Open(const std::string& start,
                            const std::string& git_dir) {
  if (git_dir.empty())
    return OpenAt(start, true, {});
  return OpenAt(fs::path(start) / git_dir, false, {});
}

Repository Repository::OpenForHook(const std::string& git_dir,
                                   const Quarantine& quarantine) {
  return OpenAt(git_dir, false, quarantine);
}

std::optional<std::string> Repository::WorkTree() const {
  return handles_->place.work_tree;
}

std::string Repository::GitDir() const {
  return fs::path(handles_->place.common_dir) / "";
}

bool Repository::IsShallow() const {
  return !handles_->shallow.empty();
}

bool Repository::IsShallowBoundary(const ObjectId& id) const {
  return std::ranges::binary_search(handles_->shallow, id);
}

}  // namespace commitgate
