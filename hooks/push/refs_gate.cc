// SPDX-License-Identifier: MIT
#include "hooks/push/refs_gate.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "hooks/push/wording.h"
#include "validator/error.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

using Refusal = std::optional<Remark>;

constexpr size_t kMostListed = 20;

Remark NoNamespace(const PushPolicy& policy) {
  if (policy.refs.empty())
    return {"the policy of this server opens no refs to pushes"};
  std::vector<std::string> patterns;
  for (const RefPolicy& ref : policy.refs)
    patterns.push_back(Printable(ref.match.text()));
  return {"the policy of this server opens no refs of this name to pushes",
          {"it opens " + Listed(patterns, kMostListed)}};
}

Refusal CheckName(const Candidate& candidate, const GateInput& input) {
  const std::string& ref = candidate.update.ref;
  if (IsReserved(ref) && ref.starts_with("refs/replace"))
    return Remark{
        "replacements make git show other commits than there are, they are "
        "never taken"};
  if (IsReserved(ref))
    return Remark{"this is where commitgate keeps what it needs itself"};
  if (!candidate.policy)
    return NoNamespace(input.policy.push);
  return std::nullopt;
}

/// A hook is told the alias, and it is the other ref that moves.
Refusal CheckAlias(const Candidate& candidate, const Repository& repository) {
  const std::string& ref = candidate.update.ref;
  const std::string real = repository.FollowSymbolic(ref);
  if (real == ref)
    return std::nullopt;
  return Remark{fmt::format("this is another name of {}", QuotedRef(real)),
                {fmt::format("push to {} instead", QuotedRef(real))}};
}

std::string DescribeValue(const std::optional<ObjectId>& value) {
  return value ? "is at " + ShortId(*value) : "does not exist";
}

/// What the client says of a ref is whatever it likes.
Refusal CheckClaim(const Candidate& candidate, RefSnapshot& refs) {
  const RefUpdate& update = candidate.update;
  const std::optional<ObjectId> real = refs.Value(update.ref);
  if (real == update.claimed)
    return std::nullopt;
  return Remark{fmt::format("the ref {}, the push says that it {}",
                            DescribeValue(real), DescribeValue(update.claimed)),
                {"fetch, and push again"}};
}

/// What only the roster could tell: a group that the policy itself has not.
bool AsksRoster(const std::vector<std::string>& pushers,
                const PushPolicy& policy) {
  return std::ranges::any_of(pushers, [&](std::string_view entry) {
    return entry.starts_with('@') && !policy.groups.contains(entry.substr(1));
  });
}

Refusal CheckPusher(const Candidate& candidate, const GateInput& input,
                    BranchProjects& projects) {
  if (!candidate.policy->pushers)
    return std::nullopt;
  std::vector<std::string> names;
  for (const std::string& name : *candidate.policy->pushers)
    names.push_back(Printable(name));
  const std::string who =
      "who may: " +
      (names.empty() ? std::string("nobody") : Listed(names, kMostListed));
  const Identity& identity = input.identity;
  if (!identity.pusher)
    return Remark{"not everybody may push here, and nobody knows who pushes",
                  {Printable(identity.why_nobody), who}};
  const PushPolicy& policy = input.policy.push;
  const std::vector<std::string>& pushers = *candidate.policy->pushers;
  const Membership membership = AsksRoster(pushers, policy)
                                    ? projects.PushersMembership(candidate)
                                    : Membership{};
  if (Includes(policy, pushers, identity.pusher->id, membership.groups))
    return std::nullopt;
  Remark remark{
      fmt::format("'{}' may not push here", Printable(identity.pusher->id)),
      {who}};
  if (!membership.why_none.empty())
    remark.more.push_back(Printable(membership.why_none));
  return remark;
}

std::string_view Word(Peeled::Type type) {
  switch (type) {
    case Peeled::Type::kCommit:
      return "commit";
    case Peeled::Type::kTree:
      return "tree";
    case Peeled::Type::kBlob:
      break;
  }
  return "blob";
}

/// Tags may point at tag objects, but in the end all refs point at commits.
Refusal CheckTarget(const Candidate& candidate, const Repository& repository) {
  const std::optional<ObjectId>& target = candidate.update.target;
  if (!target || candidate.policy->IsFree())
    return std::nullopt;
  try {
    const Peeled peeled = repository.Peel(*target);
    if (peeled.type != Peeled::Type::kCommit)
      return Remark{fmt::format("{} comes to a {}, wanted a commit",
                                ShortId(*target), Word(peeled.type))};
    if (candidate.policy->type() != RefPolicy::Type::kTag &&
        peeled.id != *target)
      return Remark{
          fmt::format("{} is a tag object, wanted the commit {} itself",
                      ShortId(*target), ShortId(peeled.id))};
  } catch (const Error& error) {
    return Remark{Printable(error.what())};
  }
  return std::nullopt;
}

Refusal FindRefusal(const Candidate& candidate, const GateInput& input,
                    RefSnapshot& refs, BranchProjects& projects) {
  if (Refusal refusal = CheckName(candidate, input))
    return refusal;
  if (Refusal refusal = CheckAlias(candidate, input.repository))
    return refusal;
  if (Refusal refusal = CheckClaim(candidate, refs))
    return refusal;
  if (Refusal refusal = CheckPusher(candidate, input, projects))
    return refusal;
  return CheckTarget(candidate, input.repository);
}

}  // namespace

void PassRefsGate(Candidate& candidate, const GateInput& input,
                  RefSnapshot& refs, BranchProjects& projects) {
  if (Refusal refusal = FindRefusal(candidate, input, refs, projects))
    candidate.refusals.push_back(*std::move(refusal));
}

}  // namespace commitgate
