// SPDX-License-Identifier: MIT
#include "validator/git/server_config.h"

#include <filesystem>

#include "validator/git/git2_config.h"
#include "validator/git/git2_repository.h"
#include "validator/git/plain_config.h"
#include "validator/git/plain_repository.h"

namespace commitgate {

GitConfig ReadServerConfig(const std::string& git_dir,
                           const std::string& system_file) {
  if (FindPlainRepository(git_dir, false))
    if (auto config = ReadPlainConfig(git_dir, system_file))
      return *std::move(config);
  const RepositoryHandle repository = OpenWithGit2(git_dir, false);
  const auto list = [&](const std::string& path) {
    return ListConfigByGit2(path, repository.get());
  };
  return GitConfig::Parse(list(system_file) +
                          list(std::filesystem::path(git_dir) / "config"));
}

}  // namespace commitgate
