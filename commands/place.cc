// SPDX-License-Identifier: MIT
#include "commands/place.h"

#include <fmt/core.h>
#include <stdlib.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "commands/command_line.h"
#include "hooks/policy_source.h"
#include "validator/error.h"

namespace commitgate {

void Place::AddRepositoryOptions(CommandLine& line) {
  line.AddOption("-C", directory, "go to this folder first").TypeName("DIR");
  line.AddOption("--git-dir", git_dir, "the repository").TypeName("DIR");
}

void Place::AddOptions(CommandLine& line) {
  AddRepositoryOptions(line);
  line.AddOption("--policy", policy, "a preset or a policy file")
      .TypeName("POLICY");
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

Policy FindPolicy(const Place& place, const GitConfig& config,
                  const std::optional<std::string>& work_tree) {
  return FindPolicy(place, config, work_tree,
                    [&] { return LoadLikelyPolicy(place, work_tree); });
}

Policy LoadLikelyPolicy(const Place& place,
                        const std::optional<std::string>& work_tree) {
  if (!place.policy)
    return LoadUnconfiguredPolicy(work_tree);
  return LoadNamedPolicy(*place.policy, "--policy",
                         [&] { return place.OpenRepository(); });
}

Policy FindPolicy(const Place& place, const GitConfig& config,
                  const std::optional<std::string>& work_tree,
                  const std::function<Policy()>& likely) {
  if (place.policy)
    return likely();
  const OpenRepository open = [&] { return place.OpenRepository(); };
  return FindLocalPolicy(config, work_tree, open, likely);
}

Policy FindPolicy(const Place& place, const Repository& repository) {
  if (place.policy)
    return LoadLikelyPolicy(place, std::nullopt);
  const GitConfig config = GitConfig::Read(".");
  RequireRepositoryIn(config);
  return FindPolicy(place, config, repository.WorkTree());
}

Policy FindPolicy(const Place& place, const Environment& environment) {
  if (place.policy)
    return LoadLikelyPolicy(place, std::nullopt);
  return FindPolicy(place, GitConfig::Read("."), environment);
}

Policy FindPolicy(const Place& place, const GitConfig& config,
                  const Environment& environment) {
  if (place.policy)
    return LoadLikelyPolicy(place, std::nullopt);
  std::optional<Repository> repository;
  try {
    repository = place.OpenRepository();
  } catch (const Error&) {
    // None is needed; one that libgit2 does not know has a policy all the same.
    return FindPolicy(place, config, FindWorkTree(environment));
  }
  RequireRepositoryIn(config);
  return FindPolicy(place, config, repository->WorkTree());
}

}  // namespace commitgate
