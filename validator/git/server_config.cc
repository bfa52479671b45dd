// SPDX-License-Identifier: MIT
#include "validator/git/server_config.h"

#include <fmt/core.h>

#include <filesystem>

#include "validator/git/git2_config.h"
#include "validator/git/plain_config.h"
#include "validator/git/plain_repository.h"

namespace commitgate {

GitConfig ReadServerConfig(const std::string& git_dir,
                           const std::string& system_file) {
  if (FindPlainRepository(git_dir, false))
    if (auto config = ReadPlainConfig(git_dir, system_file))
      return *std::move(config);
  constexpr unsigned kExactly =
      GIT_REPOSITORY_OPEN_NO_SEARCH | GIT_REPOSITORY_OPEN_NO_DOTGIT;
  const auto repository = Acquire<RepositoryHandle>(
      fmt::format("opening repository '{}'", git_dir),
      Git2().repository_open_ext, git_dir.c_str(), kExactly, nullptr);
  const auto list = [&](const std::string& path) {
    return ListConfigByGit2(path, repository.get());
  };
  return GitConfig::Parse(list(system_file) +
                          list(std::filesystem::path(git_dir) / "config"));
}

}  // namespace commitgate
