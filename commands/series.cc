// SPDX-License-Identifier: MIT
#include "commands/series.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "hooks/push/pull_request.h"
#include "hooks/push/wording.h"
#include "validator/error.h"
#include "validator/git/difference.h"
#include "validator/message/printable.h"
#include "validator/message/shell_word.h"

namespace commitgate {
namespace {

using Answer = LandCheck::Answer;

std::string Or(std::string name, const char* fallback) {
  return name.empty() ? fallback : std::move(name);
}

/// Pull requests and how many commits in a row they have.
struct Run {
  std::vector<std::string> urls;
  size_t commits = 1;
};

std::vector<Run> RunsOf(const Series& series) {
  std::vector<Run> runs;
  for (const SeriesCommit& one : series.commits) {
    std::vector<std::string> urls = PullRequestsOf(one.commit.message);
    if (!runs.empty() && runs.back().urls == urls)
      ++runs.back().commits;
    else
      runs.push_back({std::move(urls)});
  }
  return runs;
}

std::string Describe(const Run& run) {
  std::vector<std::string> urls;
  for (const std::string& url : run.urls)
    urls.push_back(Printable(url, 200));
  const std::string who = urls.empty() ? "no pull request" : Listed(urls, 3);
  return fmt::format("{}: {}", who, Counted(run.commits, "commit"));
}

bool StandTogether(const std::vector<Run>& runs) {
  std::set<std::vector<std::string>> seen;
  return std::ranges::all_of(
      runs, [&](const Run& run) { return seen.insert(run.urls).second; });
}

ObjectId ResolveBase(const Repository& repository, const std::string& name) {
  try {
    return repository.ResolveCommit(name);
  } catch (const Error& error) {
    if (name != kUpstream)
      throw;
    throw Error(
        fmt::format("finding where the series goes: {}; name it, such as "
                    "'commitgate land origin/main..HEAD'",
                    error.what()));
  }
}

}  // namespace

std::vector<SeriesCommit> ReadCommits(const Repository& repository,
                                      const ObjectId& tip,
                                      const ObjectId& hidden) {
  std::vector<SeriesCommit> commits;
  for (const ObjectId& id : Difference(repository, tip, {hidden}))
    commits.push_back(
        {id, ParseStoredCommit(id.Hex(), repository.ReadCommit(id))});
  return commits;
}

Series ReadSeries(const Repository& repository, const std::string& range) {
  const size_t dots = range.find("..");
  if (dots == range.npos || range.find("..", dots + 1) != range.npos)
    throw Error(fmt::format(
        "'{}' is no range, wanted is one such as 'origin/main..HEAD'",
        Printable(range)));
  Series series{.base_name = Or(range.substr(0, dots), "HEAD"),
                .tip_name = Or(range.substr(dots + 2), "HEAD"),
                .base = {},
                .tip = {}};
  series.base = ResolveBase(repository, series.base_name);
  series.tip = repository.ResolveCommit(series.tip_name);
  series.is_forward = Reaches(repository, series.tip, series.base);
  series.commits = ReadCommits(repository, series.tip, series.base);
  return series;
}

LandCheck CheckFixups(const Series& series) {
  std::vector<std::string> left;
  for (const auto& [id, commit] : series.commits)
    if (commit.message.title.IsAutosquash())
      left.push_back(DescribeCommit(id, commit));
  if (left.empty())
    return {Answer::kYes, "fixups", "none is left"};
  LandCheck check{
      Answer::kNo, "fixups",
      fmt::format("{} still to be squashed:", Counted(left.size(), "commit")),
      IndentedList(left)};
  check.more.push_back(
      Printable("git rebase -i --autosquash " + ShellWord(series.base_name)));
  return check;
}

LandCheck CheckOrder(const Series& series, bool takes_merges) {
  std::vector<std::string> merges;
  for (const auto& [id, commit] : series.commits)
    if (commit.IsMerge())
      merges.push_back(DescribeCommit(id, commit));
  if (merges.empty())
    return {Answer::kYes, "order", "one commit stands on the other"};
  if (takes_merges)
    return {Answer::kYes, "order",
            fmt::format("with {}", Counted(merges.size(), "merge"))};
  LandCheck check{
      Answer::kNo, "order",
      fmt::format("{} where none may be:", Counted(merges.size(), "merge")),
      IndentedList(merges)};
  check.more.push_back(Printable("git rebase " + ShellWord(series.base_name)));
  return check;
}

LandCheck CheckPullRequests(const Series& series) {
  const std::vector<Run> runs = RunsOf(series);
  if (runs.empty())
    return {Answer::kYes, "pull request", "no commits, none needed"};
  if (runs.size() == 1 && runs.front().urls.size() == 1)
    return {Answer::kYes, "pull request",
            Printable(runs.front().urls.front(), 200)};
  std::vector<std::string> described;
  for (const Run& run : runs)
    described.push_back(Describe(run));
  const std::vector<std::string> more = IndentedList(described);
  if (!StandTogether(runs))
    return {Answer::kNo, "pull request",
            "the commits of one are not next to each other:", more};
  const bool lacks_one = std::ranges::any_of(
      runs, [](const Run& run) { return run.urls.empty(); });
  return {Answer::kDoubtful, "pull request",
          lacks_one ? "not every commit has one; is that meant?"
                    : "more than one lands; is that meant?",
          more};
}

}  // namespace commitgate
