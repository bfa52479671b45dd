// SPDX-License-Identifier: MIT
#include "hooks/project/project_file.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>

#include "hooks/file.h"
#include "validator/engine/place_on_branch.h"
#include "validator/engine/project_path.h"
#include "validator/error.h"

namespace commitgate {
namespace {

using Path = std::filesystem::path;

constexpr char kHead[] = "HEAD";

std::optional<StoredFile> FindAt(const Repository& repository,
                                 const std::optional<ObjectId>& commit,
                                 const std::string& path) {
  if (!commit)
    return std::nullopt;
  return FindStored(repository, *commit, path);
}

std::optional<ObjectId> HeadBranch(const Repository& repository) {
  const std::string ref = repository.FollowSymbolic(kHead);
  if (!ref.starts_with("refs/heads/"))
    return std::nullopt;
  return repository.ReadRef(ref);
}

/// Something of this name is there, or it cannot be known.
bool IsThere(const Path& path) {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path, error);
  return status.type() != std::filesystem::file_type::not_found;
}

/// A link may lead to any file of the machine, and in a commit it is no file.
bool HasLink(Path folder, const Path& path) {
  return std::ranges::any_of(path, [&](const Path& part) {
    std::error_code error;
    folder /= part;
    return std::filesystem::is_symlink(
        std::filesystem::symlink_status(folder, error));
  });
}

ProjectFile ReadInWorkTree(const Path& work_tree, const std::string& path) {
  if (HasLink(work_tree, path))
    throw Error(fmt::format("reading '{}': there is a symbolic link", path));
  return {ReadRegularFile(work_tree / path, kMaxProjectFile), kHead, path};
}

std::optional<ProjectFile> FindInHistory(const LazyRepository* repository,
                                         const std::string& revision,
                                         const std::string& path) {
  if (!repository)
    return std::nullopt;
  const Repository& opened = repository->Get();
  // A branch without commits has no files either.
  if (revision == kHead && !opened.ReadRef(revision))
    return std::nullopt;
  const auto stored = FindStored(opened, opened.ResolveCommit(revision), path);
  if (!stored)
    return std::nullopt;
  return ReadStored(opened, *stored);
}

}  // namespace

std::optional<StoredFile> FindStored(const Repository& repository,
                                     const ObjectId& commit,
                                     const std::string& path) {
  const auto blob = repository.FindBlob(commit, path);
  if (!blob)
    return std::nullopt;
  return StoredFile{commit, path, *blob};
}

std::optional<StoredFile> FindOnServer(const Repository& repository,
                                       const std::string& source,
                                       const std::optional<ObjectId>& before) {
  if (source.find(':') != source.npos) {
    const auto place = ParsePlaceOnBranch(source);
    if (!place)
      throw Error(fmt::format(
          "reading '{}': '<path>' or '<branch>:<path>' is wanted", source));
    return FindAt(repository, repository.ReadRef(place->ref), place->path);
  }
  if (auto file = FindAt(repository, before, source))
    return file;
  return FindAt(repository, HeadBranch(repository), source);
}

ProjectFile ReadStored(const Repository& repository, const StoredFile& file) {
  auto text = repository.ReadBlob(file.blob, kMaxProjectFile);
  if (!text)
    throw Error(
        fmt::format("reading '{}' of commit {}: it is larger than {} bytes",
                    file.path, file.commit.Hex(), kMaxProjectFile));
  return {*std::move(text), file.commit.Hex(), file.path};
}

std::optional<ProjectFile> FindLocally(
    const LazyRepository* repository, const std::string& source,
    const std::optional<std::string>& work_tree) {
  const size_t colon = source.find(':');
  if (colon != source.npos)
    return FindInHistory(repository, source.substr(0, colon),
                         source.substr(colon + 1));
  if (!IsProjectPath(source))
    throw Error(
        fmt::format("reading '{}': it is no file of the project", source));
  if (!work_tree || !IsThere(Path(*work_tree) / source))
    return FindInHistory(repository, kHead, source);
  return ReadInWorkTree(*work_tree, source);
}

}  // namespace commitgate
