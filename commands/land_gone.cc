// SPDX-License-Identifier: MIT
#include "commands/land_gone.h"

#include <fmt/core.h>

#include <deque>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "hooks/push/counterparts.h"
#include "hooks/push/wording.h"
#include "validator/message/printable.h"
#include "validator/message/shell_word.h"

namespace commitgate {
namespace {

using Answer = LandCheck::Answer;
using Commits = std::vector<SeriesCommit>;
using Keys = std::vector<std::string>;

constexpr size_t kMostShown = 5;

Keys AuthorOf(const Commit& commit) {
  if (!commit.author || !commit.author->time)
    return {};
  return {fmt::format("{}\n{}\n{}", *commit.author->time, commit.author->name,
                      commit.author->email)};
}

Keys TitledAuthorOf(const Commit& commit) {
  Keys keys = AuthorOf(commit);
  for (std::string& key : keys)
    key.append(1, '\n').append(commit.message.title.line.text);
  return keys;
}

Keys PullRequestOf(const Commit& commit) {
  return TitledPullRequestsOf(commit.message);
}

/// Finds for commits what takes their place; nothing takes that of two.
class Successors {
 public:
  explicit Successors(const Commits& gone) : of_(gone.size()), gone_(gone) {}

  /// For those that have none yet, by what they have in common.
  void Find(const Commits& series, Keys (*keys_of)(const Commit&)) {
    std::unordered_map<std::string, std::deque<size_t>> having;
    for (size_t i = 0; i < series.size(); ++i)
      for (std::string& key : keys_of(series[i].commit))
        having[std::move(key)].push_back(i);
    for (size_t i = 0; i < gone_.size(); ++i)
      for (const std::string& key : keys_of(gone_[i].commit))
        if (const auto found = having.find(key);
            found != having.end() && !of_[i])
          of_[i] = TakeFirst(found->second);
  }

  const std::vector<std::optional<size_t>>& of() const { return of_; }

 private:
  std::optional<size_t> TakeFirst(std::deque<size_t>& candidates) {
    while (!candidates.empty()) {
      const size_t first = candidates.front();
      candidates.pop_front();
      if (taken_.insert(first).second)
        return first;
    }
    return std::nullopt;
  }

  std::vector<std::optional<size_t>> of_;
  const Commits& gone_;
  std::unordered_set<size_t> taken_;
};

std::string Describe(const SeriesCommit& one) {
  return DescribeCommit(one.id, one.commit);
}

LandCheck TellLost(const std::vector<std::string>& lost, const Series& series) {
  LandCheck check{
      Answer::kNo, "behind",
      fmt::format("the branch has {} that this series does not have:",
                  Counted(lost.size(), "commit"))};
  for (size_t i = 0; i < lost.size() && i < kMostShown; ++i)
    check.more.push_back("  " + lost[i]);
  if (lost.size() > kMostShown)
    check.more.push_back(
        fmt::format("  and {} more", lost.size() - kMostShown));
  // Pulling brings what HEAD follows, which need not be another base.
  check.more.push_back(
      series.base_name == kUpstream
          ? "git pull --rebase"
          : Printable("git rebase " + ShellWord(series.base_name)));
  return check;
}

}  // namespace

std::optional<LandCheck> CheckGone(const Repository& repository,
                                   const Series& series) {
  if (series.is_forward)
    return std::nullopt;
  const Commits gone = ReadCommits(repository, series.base, series.tip);
  Successors successors(gone);
  for (const auto keys_of : {TitledAuthorOf, AuthorOf, PullRequestOf})
    successors.Find(series.commits, keys_of);
  std::vector<std::string> lost;
  std::vector<std::string> replaced;
  for (size_t i = 0; i < gone.size(); ++i)
    if (const auto successor = successors.of()[i])
      replaced.push_back(Describe(gone[i]) + " -> " +
                         Describe(series.commits[*successor]));
    else
      lost.push_back(Describe(gone[i]));
  if (!lost.empty())
    return TellLost(lost, series);
  return LandCheck{Answer::kDoubtful, "rewrite",
                   fmt::format("{} of the branch replaced; is that meant?",
                               Counted(gone.size(), "commit")),
                   IndentedList(replaced)};
}

}  // namespace commitgate
