// SPDX-License-Identifier: MIT
#include "validator/git/git2_config.h"

#include <fmt/core.h>

#include <filesystem>
#include <system_error>

#include "validator/error.h"

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

}  // namespace

std::string ListConfigByGit2(const std::string& path,
                             git_repository* repository) {
  if (!IsThere(path))
    return "";
  const std::string doing = fmt::format("reading '{}'", path);
  const auto config = Acquire<ConfigHandle>(doing, Git2().config_new);
  Must(Git2().config_add_file_ondisk(config.get(), path.c_str(),
                                     GIT_CONFIG_LEVEL_APP, repository, 0),
       doing);
  const auto iterator =
      Acquire<IteratorHandle>(doing, Git2().config_iterator_new, config.get());
  std::string list;
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
  return list;
}

}  // namespace commitgate
