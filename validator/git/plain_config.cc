// SPDX-License-Identifier: MIT
#include "validator/git/plain_config.h"

#include <unistd.h>

#include <cerrno>

#include "validator/git/config_file.h"
#include "validator/git/open_file.h"

namespace commitgate {
namespace {

/// People write these files.
constexpr off_t kMaxSize = 1 << 20;

std::optional<std::string> ReadContent(const OpenFile& file) {
  if (!S_ISREG(file.stat().st_mode) || file.stat().st_size > kMaxSize)
    return std::nullopt;
  std::string content(file.stat().st_size, '\0');
  const ssize_t size = read(file.fd(), content.data(), content.size());
  if (size != file.stat().st_size)
    return std::nullopt;
  return content;
}

std::optional<std::string> ListFile(const std::string& path) {
  const OpenFile file(path);
  if (file.failure() == ENOENT)
    return "";
  if (file.failure() != 0)
    return std::nullopt;
  const auto content = ReadContent(file);
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
