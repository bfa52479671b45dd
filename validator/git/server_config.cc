// SPDX-License-Identifier: MIT
#include "validator/git/server_config.h"

#include <fmt/core.h>

#include <filesystem>
#include <memory>

#include "validator/error.h"
#include "validator/git/git2_handle.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;

constexpr char kSystemFile[] = "/etc/gitconfig";

using ConfigHandle = std::unique_ptr<git_config, Git2Deleter<git_config_free>>;
using IteratorHandle =
    std::unique_ptr<git_config_iterator, Git2Deleter<git_config_iterator_free>>;

/// Adds what a file says to `list`, as `git config -z --list` prints it.
void AddFile(const std::string& path, std::string& list) {
  const std::string doing = fmt::format("reading '{}'", path);
  const auto config =
      Acquire<ConfigHandle>(doing, git_config_open_ondisk, path.c_str());
  const auto iterator =
      Acquire<IteratorHandle>(doing, git_config_iterator_new, config.get());
  git_config_entry* entry = nullptr;
  int code = 0;
  while ((code = git_config_next(&entry, iterator.get())) == 0) {
    list += entry->name;
    if (entry->value)
      list += std::string("\n") + entry->value;
    list += '\0';
  }
  if (code != GIT_ITEROVER)
    Must(code, doing);
}

}  // namespace

GitConfig ReadServerConfig(const std::string& git_dir) {
  UseLibgit2();
  std::string list;
  for (const fs::path& path :
       {fs::path(kSystemFile), fs::path(git_dir) / "config"})
    if (fs::exists(path))
      AddFile(path, list);
  return GitConfig::Parse(list);
}

}  // namespace commitgate
