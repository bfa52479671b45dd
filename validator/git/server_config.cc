// SPDX-License-Identifier: MIT
#include "validator/git/server_config.h"

#include <fmt/core.h>

#include <filesystem>
#include <memory>
#include <system_error>

#include "validator/error.h"
#include "validator/git/git2_handle.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

using ConfigHandle = Git2Handle<git_config, &Git2Functions::config_free>;
using IteratorHandle =
    Git2Handle<git_config_iterator, &Git2Functions::config_iterator_free>;

bool IsThere(const std::string& path) {
  std::error_code failure;
  const fs::file_status status = fs::status(path, failure);
  if (status.type() == fs::file_type::not_found)
    return false;
  if (failure)
    throw Error(fmt::format("reading '{}': {}", path, failure.message()));
  // libgit2 takes a folder for an empty file.
  if (!fs::is_regular_file(status))
    throw Error(fmt::format("reading '{}': it is no file", path));
  return true;
}

/// Adds what a file says to `list`, as `git config -z --list` prints it.
/// Includes may hang on the repository.
void AddFile(const std::string& path, git_repository* repository,
             std::string& list) {
  if (!IsThere(path))
    return;
  const std::string doing = fmt::format("reading '{}'", path);
  const auto config = Acquire<ConfigHandle>(doing, Git2().config_new);
  Must(Git2().config_add_file_ondisk(config.get(), path.c_str(),
                                     GIT_CONFIG_LEVEL_APP, repository, 0),
       doing);
  const auto iterator =
      Acquire<IteratorHandle>(doing, Git2().config_iterator_new, config.get());
  git_config_entry* entry = nullptr;
  int code = 0;
  while ((code = Git2().config_next(&entry, iterator.get())) == 0) {
    list += entry->name;
    if (entry->value)
      list += std::string("\n") + entry->value;
    list += '\0';
  }
  if (code != GIT_ITEROVER)
    Must(code, doing);
}

}  // namespace

GitConfig ReadServerConfig(const std::string& git_dir,
                           const std::string& system_file) {
  constexpr unsigned kExactly =
      GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT;
  const auto repository = Acquire<RepositoryHandle>(
      fmt::format("opening repository '{}'", git_dir),
      Git2().repository_open_ext, git_dir.c_str(), kExactly, nullptr);
  std::string list;
  AddFile(system_file, repository.get(), list);
  AddFile(fs::path(git_dir) / "config", repository.get(), list);
  return GitConfig::Parse(list);
}

}  // namespace commitgate
