// SPDX-License-Identifier: MIT
#include "hooks/push/release_line.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "hooks/push/pull_request.h"
#include "hooks/push/wording.h"
#include "validator/error.h"
#include "validator/git/difference.h"
#include "validator/git/walk.h"

namespace commitgate {
namespace {

/// A commit that has to have a counterpart elsewhere, for people, and the keys
/// of which the counterpart has one.
struct Wanted {
  std::string description;
  std::vector<std::string> keys;
};

using KeysOf = std::vector<std::string> (*)(const Message&);

/// Releases pick in another order, so that ids differ.
std::vector<std::string> TitledPullRequestsOf(const Message& message) {
  std::vector<std::string> keys = PullRequestsOf(message);
  for (std::string& key : keys)
    key.append(1, '\n').append(message.title.line.text);
  return keys;
}

/// One release line on its way through the gate.
class ReleaseLine {
 public:
  ReleaseLine(Candidate& candidate, const GateInput& input, RefSnapshot& refs,
              Deadline& deadline)
      : candidate_(candidate),
        input_(input),
        refs_(refs),
        deadline_(deadline),
        current_(refs.Value(candidate.update.ref)) {}

  void CheckOnlyFrom(const RefPattern& pattern);
  void CheckBackportOf(const RefPattern& pattern);

 private:
  std::string SourceName(const RefPattern& pattern) const;
  std::optional<std::vector<ObjectId>> AddedBesides(const ObjectId& source);
  std::optional<Commit> Read(const ObjectId& id);
  std::optional<std::vector<Wanted>> FindWanted(const ObjectId& source,
                                                KeysOf keys_of,
                                                bool (*is_free)(const Commit&));
  bool TakeOutFound(const Message& message, KeysOf keys_of,
                    std::vector<Wanted>& wanted) const;
  bool SearchAdded(const ObjectId& source, std::vector<Wanted>& wanted);
  bool SearchHistory(const ObjectId& source, std::vector<Wanted>& wanted);

  Candidate& candidate_;
  const GateInput& input_;
  RefSnapshot& refs_;
  Deadline& deadline_;
  const std::optional<ObjectId> current_;
};

std::string ReleaseLine::SourceName(const RefPattern& pattern) const {
  const auto taken = candidate_.policy->match.Match(candidate_.update.ref);
  if (!taken)
    throw Error(
        fmt::format("finding where {} is taken from: the policy is not "
                    "about it",
                    QuotedRef(candidate_.update.ref)));
  return pattern.Fill(*taken);
}

/// What the ref gets that neither it nor `source` has; nothing, and a refusal,
/// where that is too much.
std::optional<std::vector<ObjectId>> ReleaseLine::AddedBesides(
    const ObjectId& source) {
  std::vector<ObjectId> hidden{source};
  if (current_)
    hidden.push_back(*current_);
  auto added = Difference(input_.repository, *candidate_.update.target, hidden);
  const int64_t most = input_.policy.push.limits.max_commits;
  if (std::ssize(added) <= most)
    return added;
  candidate_.refusals.push_back(
      {fmt::format("the push brings {} to compare, limit is {} a push",
                   Counted(added.size(), "commit"), most)});
  return std::nullopt;
}

/// Nothing, and a refusal, where time is up.
std::optional<Commit> ReleaseLine::Read(const ObjectId& id) {
  if (!deadline_.HasPassed())
    return ParseCommitObject(id.Hex(), input_.repository.ReadCommit(id));
  deadline_.Refuse(candidate_);
  return std::nullopt;
}

std::optional<std::vector<Wanted>> ReleaseLine::FindWanted(
    const ObjectId& source, KeysOf keys_of, bool (*is_free)(const Commit&)) {
  const auto added = AddedBesides(source);
  if (!added)
    return std::nullopt;
  std::vector<Wanted> wanted;
  for (const ObjectId& id : *added) {
    const std::optional<Commit> commit = Read(id);
    if (!commit)
      return std::nullopt;
    if (!is_free(*commit))
      wanted.push_back({DescribeCommit(id, *commit), keys_of(commit->message)});
  }
  return wanted;
}

/// Returns whether some are left that can still be found.
bool ReleaseLine::TakeOutFound(const Message& message, KeysOf keys_of,
                               std::vector<Wanted>& wanted) const {
  const std::vector<std::string> keys = keys_of(message);
  std::erase_if(wanted, [&](const Wanted& one) {
    return std::ranges::find_first_of(one.keys, keys) != one.keys.end();
  });
  return std::ranges::any_of(
      wanted, [](const Wanted& one) { return !one.keys.empty(); });
}

/// Looks among what `source` has and the ref has not, newest first.  Returns
/// that time was not up.
bool ReleaseLine::SearchAdded(const ObjectId& source,
                              std::vector<Wanted>& wanted) {
  std::vector<ObjectId> hidden;
  if (current_)
    hidden.push_back(*current_);
  std::vector<ObjectId> ids = Difference(input_.repository, source, hidden);
  for (; !ids.empty(); ids.pop_back()) {
    const std::optional<Commit> commit = Read(ids.back());
    if (!commit)
      return false;
    if (!TakeOutFound(commit->message, TitledPullRequestsOf, wanted))
      break;
  }
  return true;
}

/// The same in all of its history.
bool ReleaseLine::SearchHistory(const ObjectId& source,
                                std::vector<Wanted>& wanted) {
  CommitWalk walk(input_.repository, {source}, {});
  while (const auto step = walk.Next()) {
    if (!step->error.empty())
      throw Error(step->error);
    const std::optional<Commit> commit = Read(step->id);
    if (!commit)
      return false;
    if (!TakeOutFound(commit->message, PullRequestsOf, wanted))
      break;
  }
  return true;
}

std::vector<std::string> Descriptions(const std::vector<Wanted>& wanted) {
  std::vector<std::string> lines;
  for (const Wanted& one : wanted)
    lines.push_back(one.description);
  return IndentedList(lines);
}

void ReleaseLine::CheckOnlyFrom(const RefPattern& pattern) {
  const std::string name = SourceName(pattern);
  const std::optional<ObjectId> source = refs_.Value(name);
  if (!source) {
    candidate_.refusals.push_back(
        {fmt::format("this takes only what is on {}, which does not exist",
                     QuotedRef(name))});
    return;
  }
  const auto is_release = [](const Commit& commit) {
    return commit.message.title.is_release;
  };
  auto wanted = FindWanted(*source, TitledPullRequestsOf, is_release);
  if (!wanted || wanted->empty() || !SearchAdded(*source, *wanted) ||
      wanted->empty())
    return;
  Remark remark{fmt::format("{} not on {}, neither the same nor with the same "
                            "PR-URL and title:",
                            Counted(wanted->size(), "commit"), QuotedRef(name)),
                Descriptions(*wanted)};
  remark.more.push_back(fmt::format("push to {} first", QuotedRef(name)));
  candidate_.refusals.push_back(std::move(remark));
}

void ReleaseLine::CheckBackportOf(const RefPattern& pattern) {
  const std::string name = SourceName(pattern);
  const std::optional<ObjectId> source = refs_.Value(name);
  if (!source) {
    candidate_.warnings.push_back(
        {fmt::format("this takes backports from {}, which does not exist",
                     QuotedRef(name))});
    return;
  }
  const auto is_free = [](const Commit& commit) {
    return commit.message.title.is_release || IsBackport(commit.message);
  };
  auto wanted = FindWanted(*source, PullRequestsOf, is_free);
  if (!wanted || wanted->empty() || !SearchHistory(*source, *wanted) ||
      wanted->empty())
    return;
  candidate_.warnings.push_back(
      {fmt::format("{} with neither a Backport-PR-URL nor a PR-URL that {} "
                   "has; a change for this line only?",
                   Counted(wanted->size(), "commit"), QuotedRef(name)),
       Descriptions(*wanted)});
}

}  // namespace

void PassReleaseLine(Candidate& candidate, const GateInput& input,
                     RefSnapshot& refs, Deadline& deadline) {
  if (!candidate.update.target ||
      candidate.policy->type() != RefPolicy::Type::kBranch)
    return;
  ReleaseLine line(candidate, input, refs, deadline);
  if (candidate.policy->only_from)
    line.CheckOnlyFrom(*candidate.policy->only_from);
  if (candidate.policy->backport_of)
    line.CheckBackportOf(*candidate.policy->backport_of);
}

}  // namespace commitgate
