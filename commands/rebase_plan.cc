// SPDX-License-Identifier: MIT
#include "commands/rebase_plan.h"

#include <fmt/core.h>

#include <vector>

#include "commands/repairs.h"
#include "commands/series.h"
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

/// What repairs the commit that was just picked; what is left to people does
/// not stop the rebase.
std::string RepairCommand(const FixOptions& options) {
  std::string command = "commitgate fix --write --in-rebase";
  if (options.stage == Stage::kDraft)
    command += " --stage=draft";
  if (options.place.policy)
    command += " --policy=" + ShellWord(*options.place.policy);
  return command + " || test $? -eq 1";
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
  std::string steps;
  size_t count = 0;
  for (const auto& [id, commit] : series.commits) {
    steps += fmt::format("pick {} {}\n", id.Hex(),
                         Printable(TitleOf(commit), kTitleCharacters));
    if (!repairs.Of(commit).IsChanged())
      continue;
    steps += fmt::format("exec {}\n", RepairCommand(options));
    ++count;
  }
  const std::string head = fmt::format("# {} of {} commits can be repaired.\n",
                                       count, series.commits.size());
  if (count == 0)
    return head;
  return fmt::format(
      "{}# With this in the file 'plan' at the top of the work tree, run:\n"
      "#\n"
      "#   GIT_SEQUENCE_EDITOR='cat plan >' git -c core.commentChar='#' \\\n"
      "#     rebase --interactive {}\n"
      "#\n"
      "# 'git reset --keep {}' takes that back.\n"
      "{}",
      head, BaseOf(series, repository), series.tip.Hex(), steps);
}

}  // namespace commitgate
