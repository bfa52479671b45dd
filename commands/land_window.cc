// SPDX-License-Identifier: MIT
#include "commands/land_window.h"

#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "hooks/push/current_ledger.h"
#include "hooks/push/git_server.h"
#include "hooks/push/still_open.h"
#include "hooks/push/wording.h"
#include "validator/engine/duration.h"
#include "validator/git/difference.h"
#include "validator/message/printable.h"
#include "validator/message/shell_word.h"

namespace commitgate {
namespace {

using Answer = LandCheck::Answer;

constexpr char kSubject[] = "window";

LandCheck Final(const Repository& repository, const ObjectId& id) {
  const Commit commit = ParseStoredCommit(id.Hex(), repository.ReadCommit(id));
  return {Answer::kNo,
          kSubject,
          fmt::format("{} is final", DescribeCommit(id, commit)),
          {"land a new commit instead"}};
}

/// What the policy says whatever the ledger knows; nothing where that decides.
std::optional<LandCheck> AnswerOf(const RefPolicy* policy) {
  if (!policy)
    return LandCheck{Answer::kNo, kSubject,
                     "the policy opens no branch of this name to pushes"};
  if (policy->within == 0)
    return LandCheck{Answer::kNo,
                     kSubject,
                     "nobody may rewrite this branch",
                     {"land new commits instead"}};
  if (policy->within == kForever)
    return LandCheck{Answer::kYes, kSubject,
                     "this branch may be rewritten at any time"};
  return std::nullopt;
}

std::string RuleOf(Micros within) {
  return fmt::format(
      "a push may be taken back for {}, by whoever made it, if nobody else "
      "has pushed since",
      DescribeDuration(within));
}

using ByCommit = std::unordered_map<ObjectId, OpenCommit>;

ByCommit FindOpen(const Served& server, const std::string& ref,
                  const RefPolicy& policy) {
  Ledger ledger = OpenSettled(server, {ref});
  ByCommit open;
  for (const OpenCommit& one :
       StillOpen(ledger, GitServer(server.repository),
                 server.policy.policy.push, ref, policy))
    open.emplace(one.commit, one);
  return open;
}

LandCheck AskLedger(const Repository& repository, const Series& series,
                    const ByCommit& open) {
  std::optional<OpenCommit> first;
  for (const ObjectId& gone :
       Difference(repository, series.base, {series.tip})) {
    const auto found = open.find(gone);
    if (found == open.end())
      return Final(repository, gone);
    const OpenCommit& one = found->second;
    if (first && first->pusher != one.pusher)
      return {
          Answer::kNo, kSubject,
          fmt::format("what goes was pushed by '{}' and '{}'",
                      Printable(first->pusher.id), Printable(one.pusher.id))};
    if (!first || one.left < first->left)
      first = one;
  }
  if (!first)
    return {Answer::kYes, kSubject, "nothing goes"};
  return {
      Answer::kYes, kSubject,
      fmt::format("'{}', and nobody else, may rewrite it for {} more",
                  Printable(first->pusher.id), DescribeDuration(first->left))};
}

}  // namespace

LandCheck CheckFresh(const Series& series, const TrackedBranch& branch,
                     const Repository& remote) {
  const std::optional<ObjectId> real = remote.ReadRef(branch.ref);
  const std::string name = Printable(series.base_name);
  if (real == series.base)
    return {Answer::kYes, "fetched",
            fmt::format("{} is where the branch is", name)};
  return {Answer::kNo,
          "fetched",
          fmt::format("{} is {}, the branch {}", name, ShortId(series.base),
                      real ? "is " + ShortId(*real) : "does not exist"),
          {Printable("git fetch " + ShellWord(branch.remote))}};
}

LandCheck AskWindow(const Repository& repository, const Series& series,
                    const TrackedBranch& branch, const Served& server) {
  const PushPolicy& policy = server.policy.policy.push;
  const RefPolicy* const ref_policy = policy.Find(branch.ref);
  if (const auto answer = AnswerOf(ref_policy))
    return *answer;
  if (ref_policy->scope == RefPolicy::Scope::kMessageOnly &&
      repository.TreeOf(series.base) != repository.TreeOf(series.tip))
    return {Answer::kNo, kSubject,
            "only messages may be rewritten, and files change"};
  if (!HasLedger(server.repository))
    return DescribeWindow(branch, ref_policy);
  return AskLedger(repository, series,
                   FindOpen(server, branch.ref, *ref_policy));
}

LandCheck DescribeWindow(const TrackedBranch& branch, const RefPolicy* policy) {
  if (const auto answer = AnswerOf(policy))
    return *answer;
  return {Answer::kUnknown,
          kSubject,
          "only the ledger of the server knows",
          {RuleOf(policy->within), Printable("ask there: commitgate window " +
                                             ShellWord(branch.Name()))}};
}

}  // namespace commitgate
