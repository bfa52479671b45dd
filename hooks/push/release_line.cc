// SPDX-License-Identifier: MIT
#include "hooks/push/release_line.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "hooks/push/counterparts.h"
#include "hooks/push/known_pull_requests.h"
#include "hooks/push/pull_request.h"
#include "hooks/push/release_version.h"
#include "hooks/push/wording.h"
#include "validator/error.h"
#include "validator/git/difference.h"
#include "validator/git/walk.h"
#include "validator/message/backport.h"

namespace commitgate {
namespace {

/// Where a release line takes from.
struct Source {
  std::string name;
  std::optional<ObjectId> tip;
};

std::string PushFirst(const Source& source) {
  return fmt::format("push to {} first", QuotedRef(source.name));
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
  void CheckBackportOf(const RefPattern& pattern, RefPolicy::Otherwise);

 private:
  Source FindSource(const RefPattern& pattern);
  std::vector<ObjectId> WithCurrent(std::vector<ObjectId> hidden) const;
  std::optional<std::vector<ObjectId>> AddedBesides(const ObjectId& source);
  std::optional<Commit> Read(const ObjectId& id);
  bool Want(const ObjectId& source, bool (*is_free)(const Commit&),
            Counterparts& wanted);
  void RefuseOtherLines(const std::vector<std::string>& others);
  bool SearchBetween(const ObjectId& source,
                     const std::vector<ObjectId>& hidden, Counterparts& wanted);
  bool SearchHistory(const ObjectId& source, Counterparts& wanted);
  bool Search(const Source& source, Counterparts& wanted);

  Candidate& candidate_;
  const GateInput& input_;
  RefSnapshot& refs_;
  Deadline& deadline_;
  const std::optional<ObjectId> current_;
};

/// As it is before the push: git itself may refuse to create or move a branch
/// after the hook has agreed, and then take the rest of the push.
Source ReleaseLine::FindSource(const RefPattern& pattern) {
  const auto taken = candidate_.policy->match.Match(candidate_.update.ref);
  if (!taken)
    throw Error(
        fmt::format("finding where {} is taken from: the policy is not "
                    "about it",
                    QuotedRef(candidate_.update.ref)));
  Source source{pattern.Fill(*taken), {}};
  source.tip = refs_.Value(source.name);
  return source;
}

std::vector<ObjectId> ReleaseLine::WithCurrent(
    std::vector<ObjectId> hidden) const {
  if (current_)
    hidden.push_back(*current_);
  return hidden;
}

/// What the ref gets that neither it nor `source` has; nothing, and a refusal,
/// where that is too much.
std::optional<std::vector<ObjectId>> ReleaseLine::AddedBesides(
    const ObjectId& source) {
  auto added = Difference(input_.repository, *candidate_.update.target,
                          WithCurrent({source}));
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
    return ParseStoredCommit(id.Hex(), input_.repository.ReadCommit(id));
  deadline_.Refuse(candidate_);
  return std::nullopt;
}

/// Returns whether there is something to look for, and neither too much nor too
/// late.
bool ReleaseLine::Want(const ObjectId& source, bool (*is_free)(const Commit&),
                       Counterparts& wanted) {
  const auto added = AddedBesides(source);
  if (!added)
    return false;
  const auto line = LineOf(candidate_.policy->match, candidate_.update.ref);
  std::vector<std::string> others;
  for (const ObjectId& id : *added) {
    const std::optional<Commit> commit = Read(id);
    if (!commit)
      return false;
    const auto version = VersionOf(commit->message.title);
    if (line && version && !IsOfLine(*version, *line))
      others.push_back(DescribeCommit(id, *commit));
    if (!is_free(*commit))
      wanted.Want(id, *commit);
  }
  RefuseOtherLines(others);
  return wanted.Missing() > 0;
}

void ReleaseLine::RefuseOtherLines(const std::vector<std::string>& others) {
  if (others.empty())
    return;
  Remark remark{
      fmt::format("{} of another line, this one has versions {}.*:",
                  Counted(others.size(), "release commit"),
                  *LineOf(candidate_.policy->match, candidate_.update.ref)),
      IndentedList(others)};
  // A line with both keys looks at its commits twice.
  if (std::ranges::count(candidate_.refusals, remark.what, &Remark::what) == 0)
    candidate_.refusals.push_back(std::move(remark));
}

/// Looks among what `source` has and `hidden` has not, newest first.  Returns
/// that time was not up.
bool ReleaseLine::SearchBetween(const ObjectId& source,
                                const std::vector<ObjectId>& hidden,
                                Counterparts& wanted) {
  std::vector<ObjectId> ids = Difference(input_.repository, source, hidden);
  for (; !ids.empty() && wanted.CanBeFound(); ids.pop_back()) {
    const std::optional<Commit> commit = Read(ids.back());
    if (!commit)
      return false;
    wanted.Found(commit->message);
  }
  return true;
}

/// The same in all of its history.
bool ReleaseLine::SearchHistory(const ObjectId& source, Counterparts& wanted) {
  CommitWalk walk(input_.repository, {source}, {});
  while (wanted.CanBeFound()) {
    const auto step = walk.Next();
    if (!step)
      break;
    if (!step->error.empty())
      throw Error(step->error);
    const std::optional<Commit> commit = Read(step->id);
    if (!commit)
      return false;
    wanted.Found(commit->message);
  }
  return true;
}

/// The same, with an index of it where there is one.
bool ReleaseLine::Search(const Source& source, Counterparts& wanted) {
  if (!wanted.CanBeFound())
    return true;
  const auto known =
      AskIndex(input_.repository, source.name, *source.tip, wanted.Keys());
  if (!known)
    return SearchHistory(*source.tip, wanted);
  wanted.Found({known->urls.begin(), known->urls.end()});
  return SearchBetween(*source.tip, {known->tip}, wanted);
}

void ReleaseLine::CheckOnlyFrom(const RefPattern& pattern) {
  const Source source = FindSource(pattern);
  if (!source.tip) {
    candidate_.refusals.push_back(
        {fmt::format("this takes only what is on {}, which does not exist",
                     QuotedRef(source.name)),
         {PushFirst(source)}});
    return;
  }
  const auto is_free = [](const Commit& commit) {
    return commit.message.title.is_release;
  };
  Counterparts wanted(TitledPullRequestsOf);
  if (!Want(*source.tip, is_free, wanted) ||
      !SearchBetween(*source.tip, WithCurrent({}), wanted) ||
      wanted.Missing() == 0)
    return;
  Remark remark{
      fmt::format("{} not on {}, neither the same nor with the same "
                  "PR-URL and title:",
                  Counted(wanted.Missing(), "commit"), QuotedRef(source.name)),
      wanted.Descriptions()};
  remark.more.push_back(PushFirst(source));
  candidate_.refusals.push_back(std::move(remark));
}

void ReleaseLine::CheckBackportOf(const RefPattern& pattern,
                                  RefPolicy::Otherwise otherwise) {
  auto& remarks = otherwise == RefPolicy::Otherwise::kRefuse
                      ? candidate_.refusals
                      : candidate_.warnings;
  const Source source = FindSource(pattern);
  if (!source.tip) {
    remarks.push_back(
        {fmt::format("this takes backports from {}, which does not exist",
                     QuotedRef(source.name))});
    return;
  }
  const auto is_free = [](const Commit& commit) {
    return commit.message.title.is_release || IsBackport(commit.message);
  };
  Counterparts wanted(PullRequestsOf);
  if (!Want(*source.tip, is_free, wanted) || !Search(source, wanted) ||
      wanted.Missing() == 0)
    return;
  remarks.push_back(
      {fmt::format("{} with neither a Backport-PR-URL nor a PR-URL that {} "
                   "has; a change for this line only?",
                   Counted(wanted.Missing(), "commit"), QuotedRef(source.name)),
       wanted.Descriptions()});
}

}  // namespace

void PassReleaseLine(Candidate& candidate, const GateInput& input,
                     RefSnapshot& refs, Deadline& deadline) {
  const RefPolicy& policy = *candidate.policy;
  if (!candidate.update.target || policy.type() != RefPolicy::Type::kBranch)
    return;
  ReleaseLine line(candidate, input, refs, deadline);
  if (policy.only_from)
    line.CheckOnlyFrom(*policy.only_from);
  if (policy.backport_of)
    line.CheckBackportOf(*policy.backport_of, policy.otherwise);
}

}  // namespace commitgate
