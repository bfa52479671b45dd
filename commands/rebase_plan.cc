// SPDX-License-Identifier: MIT
#include "commands/rebase_plan.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <vector>

#include "commands/repairs.h"
#include "commands/series.h"
#include "rules/catalog.h"
#include "validator/error.h"
#include "validator/message/printable.h"
#include "validator/message/shell_word.h"
#include "validator/report/words.h"

namespace commitgate {
namespace {

constexpr size_t kTitleCharacters = 72;

Series ReadLine(const Repository& repository, const std::string& range) {
  Series series = ReadSeries(repository, range);
  if (series.tip != repository.ResolveCommit("HEAD"))
    throw Error(fmt::format(
        "planning a rebase: '{}' does not end at HEAD, switch to it first",
        range));
  for (const SeriesCommit& commit : series.commits)
    if (commit.commit.parents != 1)
      throw Error(fmt::format("planning a rebase: {} has {} parents, wanted 1",
                              commit.id.Hex(),
                              commit.commit.parents.value_or(0)));
  return series;
}

/// Without folders on the way that a step may find gone.
std::string AbsolutePath(const std::string& path) {
  std::error_code error;
  const auto absolute = std::filesystem::canonical(path, error);
  if (error)
    throw Error(fmt::format("planning a rebase: the place of '{}': {}", path,
                            error.message()));
  return absolute.string();
}

/// Whether a policy is looked up as a file, and not as a preset or on a branch.
bool IsFile(const std::string& policy) {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(policy, error);
  return status.type() != std::filesystem::file_type::not_found &&
         std::ranges::count(Presets(), policy, &Preset::name) == 0;
}

/// `place`, which was entered, as seen from the top of the work tree, where git
/// runs the steps.
Place SeenFromTheTop(const Place& place) {
  Place seen = place;
  // Its folder may not be there yet at a commit that is repaired.
  seen.directory.clear();
  if (!seen.git_dir.empty())
    seen.git_dir = AbsolutePath(seen.git_dir);
  if (seen.policy && IsFile(*seen.policy))
    seen.policy = AbsolutePath(*seen.policy);
  return seen;
}

/// What repairs the commit that was just picked; what is left to people does
/// not stop the rebase.
std::string RepairCommand(Stage stage, const Place& place) {
  std::string command = "commitgate fix --write --in-rebase";
  if (stage == Stage::kDraft)
    command += " --stage=draft";
  for (const std::string& argument : place.Arguments())
    command += ' ' + ShellWord(argument);
  // A step ends with its line.
  if (command.find('\n') != command.npos)
    throw Error(
        "planning a rebase: the name of the policy or the repository has a "
        "line feed");
  return command + " || test $? -eq 1";
}

/// How git is called for the repository at `place`.
std::string GitAt(const Place& place) {
  return place.git_dir.empty() ? "git"
                               : "git --git-dir=" + ShellWord(place.git_dir);
}

/// Where the series leaves the history that stays.
std::string BaseOf(const Series& series, const Repository& repository) {
  const auto bases = repository.MergeBases(series.base, series.tip);
  if (bases.size() != 1)
    throw Error("planning a rebase: there is no one commit to start from");
  return bases.front().Hex();
}

}  // namespace

std::string MakeRebasePlan(const FixOptions& options,
                           const Repository& repository) {
  const Series series = ReadLine(repository, *options.plan);
  const Repairs repairs = Repairs::OfCommits(options, repository);
  const Place place = SeenFromTheTop(options.place);
  const std::string repair = RepairCommand(options.stage, place);
  std::string steps;
  size_t count = 0;
  for (const auto& [id, commit] : series.commits) {
    steps += fmt::format("pick {} {}\n", id.Hex(),
                         Printable(TitleOf(commit), kTitleCharacters));
    if (!repairs.Of(commit).IsChanged())
      continue;
    steps += fmt::format("exec {}\n", repair);
    ++count;
  }
  const std::string head = fmt::format("# {} of {} commits can be repaired.\n",
                                       count, series.commits.size());
  if (count == 0)
    return head;
  const std::string git = GitAt(place);
  return fmt::format(
      "{}# With this in the file 'plan' at the top of the work tree, run:\n"
      "#\n"
      "#   GIT_SEQUENCE_EDITOR='cat plan >' {} -c core.commentChar='#' \\\n"
      "#     rebase --interactive {}\n"
      "#\n"
      "# This takes that back: {} reset --keep {}\n"
      "{}",
      head, git, BaseOf(series, repository), git, series.tip.Hex(), steps);
}

}  // namespace commitgate
