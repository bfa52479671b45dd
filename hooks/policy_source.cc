// SPDX-License-Identifier: MIT
#include "hooks/policy_source.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "hooks/file.h"
#include "rules/catalog.h"
#include "validator/engine/load_policy.h"
#include "validator/engine/place_on_branch.h"
#include "validator/error.h"

namespace commitgate {
namespace {

using Path = std::filesystem::path;

constexpr size_t kMaxPolicy = 1 << 20;
constexpr std::string_view kDefaultPreset = "nodejs";
constexpr std::string_view kPolicyFile = ".commitgate.toml";
constexpr std::string_view kConfigured = "git config commitgate.policy";

std::string ReadPolicyFile(const std::string& path) {
  return ReadRegularFile(path, kMaxPolicy);
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
bool IsThere(const Path& path) {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path, error);
  return status.type() != std::filesystem::file_type::not_found;
}

Policy LoadFile(const std::string& path) {
  return LoadPolicy(path, ReadPolicyFile(path), FromFiles());
}

/// `name` is `<ref>:<path>`.
Policy LoadFromRepository(const std::string& name, const OpenRepository& open) {
  if (name.find(':') == name.npos)
    throw Error("there is no such preset and no such file");
  return LoadPolicy(name, open().ReadFile(name), FromRepository());
}

/// What is configured: a path is one in the work tree, from whichever folder of
/// it one looks.
std::string Resolve(std::string_view configured,
                    const std::optional<std::string>& work_tree) {
  if (work_tree) {
    const auto path = Path(*work_tree) / configured;
    if (IsThere(path))
      return path.string();
  }
  return std::string(configured);
}

PlaceOnBranch ReadPlace(const std::string& name) {
  if (auto place = ParsePlaceOnBranch(name))
    return *std::move(place);
  throw Error(
      fmt::format("loading the policy '{}' of {}: '<branch>:<path>' is wanted",
                  name, kConfigured));
}

std::optional<std::string> FindOnBranch(const std::string& name,
                                        const PlaceOnBranch& place,
                                        const std::optional<ObjectId>& tip,
                                        const Repository& repository) {
  if (!tip)
    return std::nullopt;
  const Peeled peeled = repository.Peel(*tip);
  if (peeled.type != Peeled::Type::kCommit)
    throw Error(fmt::format("loading the policy '{}': '{}' is no commit", name,
                            place.ref));
  const auto file = repository.FindBlob(peeled.id, place.path);
  if (!file)
    return std::nullopt;
  auto toml = repository.ReadBlob(*file, kMaxPolicy);
  if (!toml)
    throw Error(
        fmt::format("loading the policy '{}': it is larger than {} bytes", name,
                    kMaxPolicy));
  return toml;
}

/// Where a server's policy is, if that is on a branch.
std::optional<PlaceOnBranch> PlaceOfPolicy(const std::string& name,
                                           const Repository& repository) {
  const bool is_elsewhere = IsPreset(name) || name.find(':') == name.npos ||
                            IsThere(Path(repository.GitDir()) / name);
  if (is_elsewhere)
    return std::nullopt;
  return ReadPlace(name);
}

ServerPolicy FindPolicyOnRef(const std::string& name,
                             const Repository& repository) {
  const PlaceOnBranch place = ReadPlace(name);
  const auto tip = repository.ReadRef(place.ref);
  if (const auto toml = FindOnBranch(name, place, tip, repository))
    return {LoadPolicy(name, *toml, FromRepository()), {}};
  return {LoadPresetPolicy(kDefaultPreset),
          fmt::format("there is no policy '{}' yet, '{}' holds", name,
                      kDefaultPreset)};
}

}  // namespace

Policy LoadPresetPolicy(std::string_view name) {
  return LoadPreset(name, FromFiles());
}

Policy LoadNamedPolicy(const std::string& name, std::string_view named_by,
                       const OpenRepository& open) {
  if (IsPreset(name))
    return LoadPresetPolicy(name);
  if (IsThere(name))
    return LoadFile(name);
  try {
    return LoadFromRepository(name, open);
  } catch (const Error& error) {
    throw Error(fmt::format("loading the policy '{}' of {}: {}", name, named_by,
                            error.what()));
  }
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

bool HasRepository(const GitConfig& config) {
  return config.Get("core.repositoryformatversion").has_value();
}

void RequireRepositoryIn(const GitConfig& config) {
  if (!HasRepository(config))
    throw Error(
        "reading git's configuration: git does not show that of this "
        "repository, see safe.directory in git-config(1), or name a policy "
        "with --policy");
}

Policy LoadUnconfiguredPolicy(const std::optional<std::string>& work_tree) {
  if (work_tree) {
    const auto file = Path(*work_tree) / kPolicyFile;
    if (IsThere(file))
      return LoadFile(file);
  }
  return LoadPresetPolicy(kDefaultPreset);
}

Policy FindLocalPolicy(const GitConfig& config,
                       const std::optional<std::string>& work_tree,
                       const OpenRepository& open) {
  return FindLocalPolicy(config, work_tree, open,
                         [&] { return LoadUnconfiguredPolicy(work_tree); });
}

Policy FindLocalPolicy(const GitConfig& config,
                       const std::optional<std::string>& work_tree,
                       const OpenRepository& open,
                       const std::function<Policy()>& unconfigured) {
  if (work_tree)
    RequireRepositoryIn(config);
  if (const auto value = config.Get("commitgate.policy"))
    return LoadNamedPolicy(Resolve(*value, work_tree), kConfigured, open);
  return unconfigured();
}

ServerPolicy FindServerPolicy(const GitConfig& config,
                              const Repository& repository) {
  const auto configured = config.Get("commitgate.policy");
  if (!configured)
    return {LoadPresetPolicy(kDefaultPreset), {}};
  if (IsPreset(*configured))
    return {LoadPresetPolicy(*configured), {}};
  const Path file = Path(repository.GitDir()) / *configured;
  if (IsThere(file))
    return {LoadFile(file), {}};
  const std::string name(*configured);
  if (name.find(':') != name.npos)
    return FindPolicyOnRef(name, repository);
  throw Error(fmt::format(
      "loading the policy '{}' of {}: there is no such preset and no such file",
      name, kConfigured));
}

PolicyChange ChangePolicy(const GitConfig& config, std::string_view ref,
                          const std::optional<ObjectId>& before,
                          const std::optional<ObjectId>& after,
                          const Repository& repository) {
  const std::string name(config.Get("commitgate.policy").value_or(""));
  const auto place = PlaceOfPolicy(name, repository);
  if (!place || place->ref != ref)
    return {};
  try {
    if (const auto toml = FindOnBranch(name, *place, after, repository))
      return {.policy = LoadPolicy(name, *toml, FromRepository())};
  } catch (const Error& error) {
    return {.refusal = error.what()};
  }
  if (FindOnBranch(name, *place, before, repository))
    return {.refusal = fmt::format("the policy '{}' would be gone", name)};
  return {};
}

}  // namespace commitgate
