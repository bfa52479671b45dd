// SPDX-License-Identifier: MIT
#include "validator/git/plain_repository.h"

#include <sys/stat.h>

#include <filesystem>
#include <system_error>

#include "validator/git/plain_config.h"
#include "validator/git/server_config.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

/// What is at a path, through links.
enum class Kind { kNothing, kFolder, kFile, kOther };

Kind KindOf(const fs::path& path) {
  std::error_code failure;
  switch (fs::status(path, failure).type()) {
    case fs::file_type::not_found:
      return Kind::kNothing;
    case fs::file_type::directory:
      return Kind::kFolder;
    case fs::file_type::regular:
      return Kind::kFile;
    default:
      return Kind::kOther;
  }
}

/// The search does not leave the file system that it starts in.
std::optional<dev_t> DeviceOf(const fs::path& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0)
    return std::nullopt;
  return status.st_dev;
}

bool MayBeRepository(const fs::path& folder) {
  return KindOf(folder / "HEAD") != Kind::kNothing ||
         KindOf(folder / "commondir") != Kind::kNothing;
}

bool IsPlainRepository(const fs::path& folder) {
  return KindOf(folder / "HEAD") == Kind::kFile &&
         KindOf(folder / "config") == Kind::kFile &&
         KindOf(folder / "objects") == Kind::kFolder &&
         KindOf(folder / "refs") == Kind::kFolder &&
         KindOf(folder / "commondir") == Kind::kNothing;
}

/// Extensions, which a later version may have, are not in a plain file.
bool HasPlainFormat(const GitConfig& config) {
  const auto version = config.Get("core.repositoryformatversion");
  return !version || *version == "0" || *version == "1";
}

/// Nothing where it is said in an unusual way.
std::optional<bool> IsBare(const GitConfig& config) {
  const auto bare = config.Get("core.bare");
  if (!bare || *bare == "false")
    return false;
  if (*bare == "true")
    return true;
  return std::nullopt;
}

std::optional<RepositoryPlace> PlaceOf(const fs::path& folder) {
  if (!IsPlainRepository(folder) || !folder.has_relative_path())
    return std::nullopt;
  const auto config = ReadPlainConfig(folder, kSystemConfig);
  if (!config || !HasPlainFormat(*config) || config->Get("core.worktree"))
    return std::nullopt;
  const auto is_bare = IsBare(*config);
  if (!is_bare)
    return std::nullopt;
  RepositoryPlace place{
      .git_dir = folder / "",
      .common_dir = folder / "",
      .objects = folder / "objects/",
      .work_tree = std::nullopt,
  };
  if (!*is_bare)
    place.work_tree = folder.parent_path() / "";
  return place;
}

std::optional<RepositoryPlace> Search(const fs::path& start) {
  const auto device = DeviceOf(start);
  for (fs::path folder = start;; folder = folder.parent_path()) {
    if (DeviceOf(folder) != device)
      return std::nullopt;
    const fs::path hidden = folder / ".git";
    if (KindOf(hidden) != Kind::kNothing)
      return DeviceOf(hidden) == device ? PlaceOf(hidden) : std::nullopt;
    if (MayBeRepository(folder))
      return PlaceOf(folder);
    if (!folder.has_relative_path())
      return std::nullopt;
  }
}

}  // namespace

std::optional<RepositoryPlace> FindPlainRepository(const std::string& path,
                                                   bool search) {
  std::error_code failure;
  const fs::path folder = fs::canonical(path, failure);
  if (failure)
    return std::nullopt;
  return search ? Search(folder) : PlaceOf(folder);
}

}  // namespace commitgate
