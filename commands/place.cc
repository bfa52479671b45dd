// SPDX-License-Identifier: MIT
#include "commands/place.h"

#include <fmt/core.h>
#include <stdlib.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "commands/file.h"
#include "rules/catalog.h"
#include "validator/engine/load_policy.h"
#include "validator/error.h"

namespace commitgate {
namespace {

constexpr std::string_view kPolicyFile = ".commitgate.toml";

std::string ReadPolicyFile(const std::string& path) {
  constexpr size_t kMost = 1 << 20;
  return ReadRegularFile(path, kMost);
}

PolicyContext FromFiles() {
  return {
      .catalog = Catalog(), .presets = Presets(), .read_file = ReadPolicyFile};
}

/// A policy that lives in the repository cannot name files of the machine.
PolicyContext FromRepository() {
  return {.catalog = Catalog(), .presets = Presets(), .read_file = {}};
}

bool IsPreset(std::string_view name) {
  return std::ranges::count(Presets(), name, &Preset::name) > 0;
}

/// Whether something has this name; what cannot be looked at is there, so that
/// reading it says why it cannot be read.
bool IsThere(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path, error);
  return status.type() != std::filesystem::file_type::not_found;
}

/// What is configured: a path is one in the work tree, from whichever folder of
/// it one looks.
std::string Resolve(std::string_view configured,
                    const std::optional<std::string>& work_tree) {
  if (work_tree) {
    const auto path = std::filesystem::path(*work_tree) / configured;
    if (IsThere(path))
      return path.string();
  }
  return std::string(configured);
}

/// Each repository has this key.  Where git does not show it, it does not trust
/// the repository's owner, or there is no git; the policy may be another one.
void RequireRepositoryIn(const GitConfig& config) {
  if (!config.Get("core.repositoryformatversion"))
    throw Error(
        "reading git's configuration: git does not show that of this "
        "repository, see safe.directory in git-config(1), or name a policy "
        "with --policy");
}

Policy LoadFile(const std::string& path) {
  return LoadPolicy(path, ReadPolicyFile(path), FromFiles());
}

/// `name` is `<ref>:<path>`.
Policy LoadFromRepository(const std::string& name, const Place& place) {
  if (name.find(':') == name.npos)
    throw Error("there is no such preset and no such file");
  return LoadPolicy(name, place.OpenRepository().ReadFile(name),
                    FromRepository());
}

/// `name` is a preset, a file, or a file in the repository.
Policy LoadNamed(const std::string& name, const Place& place,
                 std::string_view named_by) {
  if (IsPreset(name))
    return LoadPreset(name, FromFiles());
  if (IsThere(name))
    return LoadFile(name);
  try {
    return LoadFromRepository(name, place);
  } catch (const Error& error) {
    throw Error(fmt::format("loading the policy '{}' of {}: {}", name, named_by,
                            error.what()));
  }
}

}  // namespace

void Place::AddOptions(CLI::App& app) {
  app.add_option("-C", directory, "go to this folder first")->type_name("DIR");
  app.add_option("--git-dir", git_dir, "the repository")->type_name("DIR");
  app.add_option("--policy", policy, "a preset or a policy file")
      ->type_name("POLICY");
}

std::vector<std::string> Place::Arguments() const {
  std::vector<std::string> arguments;
  if (!directory.empty())
    arguments.insert(arguments.end(), {"-C", directory});
  if (!git_dir.empty())
    arguments.insert(arguments.end(), {"--git-dir", git_dir});
  if (policy)
    arguments.insert(arguments.end(), {"--policy", *policy});
  return arguments;
}

void Place::Enter(const Environment& environment) {
  if (!directory.empty() && chdir(directory.c_str()) != 0)
    throw Error(
        fmt::format("going to '{}': {}", directory, std::strerror(errno)));
  if (!git_dir.empty())
    setenv("GIT_DIR", git_dir.c_str(), 1);
  else
    inherited_git_dir_ = environment.Get("GIT_DIR").value_or("");
}

Repository Place::OpenRepository() const {
  return Repository::Open(".", git_dir.empty() ? inherited_git_dir_ : git_dir);
}

std::optional<std::string> FindWorkTree(const Environment& environment) {
  if (const auto work_tree = environment.Get("GIT_WORK_TREE"))
    return *work_tree;
  std::error_code error;
  auto folder = std::filesystem::current_path(error);
  for (; !error && !folder.empty(); folder = folder.parent_path()) {
    if (std::filesystem::exists(folder / ".git", error))
      return folder.string();
    if (folder == folder.root_path())
      break;
  }
  return std::nullopt;
}

Policy FindPolicy(const Place& place, const GitConfig& config,
                  const std::optional<std::string>& work_tree) {
  if (place.policy)
    return LoadNamed(*place.policy, place, "--policy");
  if (work_tree)
    RequireRepositoryIn(config);
  if (const auto value = config.Get("commitgate.policy"))
    return LoadNamed(Resolve(*value, work_tree), place,
                     "git config commitgate.policy");
  if (work_tree) {
    const auto file = std::filesystem::path(*work_tree) / kPolicyFile;
    if (IsThere(file))
      return LoadFile(file);
  }
  return LoadPreset("nodejs", FromFiles());
}

Policy FindPolicy(const Place& place, const Repository& repository) {
  if (place.policy)
    return FindPolicy(place, GitConfig(), std::nullopt);
  const GitConfig config = GitConfig::Read(".");
  RequireRepositoryIn(config);
  return FindPolicy(place, config, repository.WorkTree());
}

Policy FindPolicy(const Place& place, const Environment& environment) {
  std::optional<Repository> repository;
  try {
    repository = place.OpenRepository();
  } catch (const Error&) {
    // None is needed; one that libgit2 does not know has a policy all the same.
    return FindPolicy(place, GitConfig::Read("."), FindWorkTree(environment));
  }
  return FindPolicy(place, *repository);
}

}  // namespace commitgate
