// SPDX-License-Identifier: MIT
#include "validator/git/plain_config.h"

#include <cerrno>

#include "validator/git/config_file.h"
#include "validator/git/open_file.h"

namespace commitgate {
namespace {

/// People write these files.
constexpr size_t kMaxSize = 1 << 20;

std::optional<std::string> ListFile(const std::string& path) {
  const OpenFile file(path);
  if (file.failure() == ENOENT)
    return "";
  const auto content = file.ReadAll(kMaxSize);
  return content ? ListPlainConfig(*content) : std::nullopt;
}

}  // namespace

std::optional<GitConfig> ReadPlainConfig(const std::filesystem::path& git_dir,
                                         const std::string& system_file) {
  const auto system = ListFile(system_file);
  const auto repository = ListFile(git_dir / "config");
  if (!system || !repository)
    return std::nullopt;
  return GitConfig::Parse(*system + *repository);
}

}  // namespace commitgate
