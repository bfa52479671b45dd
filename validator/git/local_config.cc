// SPDX-License-Identifier: MIT
#include "validator/git/local_config.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "validator/error.h"
#include "validator/git/run_git.h"

namespace commitgate {
namespace {

using Arguments = std::vector<std::string>;

GitRun RunConfig(const std::string& git_dir, Arguments arguments,
                 GitComplaints complaints) {
  Arguments command = {"--git-dir=" + git_dir, "config"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  std::optional<GitRun> run = RunGit(std::move(command), complaints);
  if (!run)
    throw Error("running git: there is no such program");
  return *std::move(run);
}

/// What `git config -z` prints when it is asked for something; it fails where
/// there is none.
std::vector<std::string> Ask(const std::string& git_dir, Arguments arguments) {
  arguments.insert(arguments.begin(), "-z");
  const GitRun run =
      RunConfig(git_dir, std::move(arguments), GitComplaints::kDropped);
  std::vector<std::string> answers;
  std::string_view rest = run.output;
  while (!rest.empty()) {
    answers.emplace_back(rest.substr(0, rest.find('\0')));
    rest.remove_prefix(std::min(answers.back().size() + 1, rest.size()));
  }
  return answers;
}

void Change(const std::string& git_dir, Arguments arguments,
            std::string_view name) {
  arguments.insert(arguments.begin(), "--local");
  if (!RunConfig(git_dir, std::move(arguments), GitComplaints::kShown)
           .succeeded)
    throw Error(
        fmt::format("changing '{}' in the configuration of '{}': git "
                    "config fails",
                    name, git_dir));
}

}  // namespace

GitConfig LocalConfig::InForce() const {
  const GitRun run =
      RunConfig(git_dir_, {"-z", "--list"}, GitComplaints::kShown);
  if (!run.succeeded)
    throw Error(fmt::format(
        "reading the configuration of '{}': git config fails", git_dir_));
  return GitConfig::Parse(run.output);
}

std::vector<std::string> LocalConfig::InForce(std::string_view name) const {
  return Ask(git_dir_, {"--get-all", std::string(name)});
}

std::vector<std::string> LocalConfig::NamesInForce(
    std::string_view pattern) const {
  return Ask(git_dir_, {"--name-only", "--get-regexp", std::string(pattern)});
}

std::optional<std::string> LocalConfig::PathInForce(
    std::string_view name) const {
  const auto paths =
      Ask(git_dir_, {"--type=path", "--get-all", std::string(name)});
  if (paths.empty())
    return std::nullopt;
  return paths.back();
}

std::vector<std::string> LocalConfig::Values(std::string_view name) const {
  return Ask(git_dir_, {"--local", "--get-all", std::string(name)});
}

void LocalConfig::Set(std::string_view name, std::string_view value) const {
  Change(git_dir_,
         {"--replace-all", "--", std::string(name), std::string(value)}, name);
}

void LocalConfig::Add(std::string_view name, std::string_view value) const {
  Change(git_dir_, {"--add", "--", std::string(name), std::string(value)},
         name);
}

void LocalConfig::Remove(std::string_view name, std::string_view value) const {
  Change(git_dir_,
         {"--fixed-value", "--unset-all", "--", std::string(name),
          std::string(value)},
         name);
}

}  // namespace commitgate
