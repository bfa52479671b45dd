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

PolicyContext FromFiles() {
  return {.catalog = Catalog(), .presets = Presets(), .read_file = ReadFile};
}

/// A policy that lives in the repository cannot name files of the machine.
PolicyContext FromRepository() {
  return {.catalog = Catalog(), .presets = Presets(), .read_file = {}};
}

bool IsPreset(std::string_view name) {
  return std::ranges::count(Presets(), name, &Preset::name) > 0;
}

Policy LoadFile(const std::string& path) {
  return LoadPolicy(path, ReadFile(path), FromFiles());
}

/// `name` is a preset or a file.
Policy LoadNamed(const std::string& name) {
  if (IsPreset(name))
    return LoadPreset(name, FromFiles());
  if (!std::filesystem::exists(name))
    throw Error(fmt::format(
        "loading the policy '{}': there is no such preset and no such file",
        name));
  return LoadFile(name);
}

/// What git config `commitgate.policy` names: a preset, a path, or a file in
/// the repository as `<ref>:<path>`.
Policy LoadConfigured(const std::string& value, const Place& place) {
  const size_t colon = value.find(':');
  if (colon == value.npos || std::filesystem::exists(value))
    return LoadNamed(value);
  const Repository repository = place.OpenRepository();
  return LoadPolicy(value, repository.ReadFile(value), FromRepository());
}

}  // namespace

void Place::AddOptions(CLI::App& app) {
  app.add_option("-C", directory, "go to this folder first")->type_name("DIR");
  app.add_option("--git-dir", git_dir, "the repository")->type_name("DIR");
  app.add_option("--policy", policy, "a preset or a policy file")
      ->type_name("POLICY");
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

std::optional<std::string> FindWorkTree(const Place& place,
                                        const Environment& environment) {
  if (const auto work_tree = environment.Get("GIT_WORK_TREE"))
    return *work_tree;
  if (!place.git_dir.empty())
    return place.OpenRepository().WorkTree();
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
  if (!place.policy.empty())
    return LoadNamed(place.policy);
  if (const auto value = config.Get("commitgate.policy"))
    return LoadConfigured(std::string(*value), place);
  if (work_tree) {
    const auto file = std::filesystem::path(*work_tree) / kPolicyFile;
    std::error_code error;
    if (std::filesystem::exists(file, error))
      return LoadFile(file);
  }
  return LoadPreset("nodejs", FromFiles());
}

Policy FindPolicy(const Place& place, const Environment& environment) {
  if (!place.policy.empty())
    return LoadNamed(place.policy);
  return FindPolicy(place, GitConfig::Read("."),
                    FindWorkTree(place, environment));
}

}  // namespace commitgate
