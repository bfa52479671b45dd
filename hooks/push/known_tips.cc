// SPDX-License-Identifier: MIT
#include "hooks/push/known_tips.h"

#include <algorithm>

#include "validator/error.h"

namespace commitgate {
namespace {

/// Nothing where it is none, or not there: then it is in nobody's history.
std::optional<ObjectId> CommitAt(const Repository& repository,
                                 const ObjectId& id) {
  try {
    const Peeled peeled = repository.Peel(id);
    if (peeled.type == Peeled::Type::kCommit)
      return peeled.id;
  } catch (const Error&) {
    // It hides nothing, so that more is judged rather than less.
  }
  return std::nullopt;
}

/// Git sees to it that branches point at commits; outside of `refs/heads/`
/// anything may be found.
std::optional<ObjectId> TipOf(const Repository& repository, const Ref& ref) {
  if (ref.name.starts_with("refs/heads/"))
    return ref.target;
  return CommitAt(repository, ref.target);
}

}  // namespace

std::optional<ObjectId> KnownTips::Baseline(const RefPolicy& policy) const {
  const auto since = ObjectId::FromHex(policy.since);
  return since ? CommitAt(*repository_, *since) : std::nullopt;
}

// Tags have what any branch has, perhaps one that is held to less.  A branch
// that takes merges does not make them known to one that does not, and one with
// a baseline has commits that nobody has judged.
bool KnownTips::IsAsStrict(const RefPolicy& other,
                           const RefPolicy& policy) const {
  using Merges = RefPolicy::Merges;
  return other.type() == RefPolicy::Type::kBranch &&
         policy_->push.IsAsStrict(other, policy) &&
         (policy.merges == Merges::kAllow || other.merges == Merges::kRefuse) &&
         (other.since.empty() || other.since == policy.since);
}

/// The only ref that makes anything known; nothing where all do that are as
/// strict.  Where HEAD names no branch that is there, there are no people
/// either by which another one could be judged.
std::optional<std::string> KnownTips::OnlyRef() const {
  if (!policy_->people.DifferByBranch())
    return std::nullopt;
  const std::string head = repository_->FollowSymbolic("HEAD");
  if (!refs_->Value(head))
    return std::nullopt;
  return head;
}

const std::vector<ObjectId>& KnownTips::For(const RefPolicy& policy) {
  const auto [place, is_new] = tips_.try_emplace(&policy);
  std::vector<ObjectId>& tips = place->second;
  if (!is_new)
    return tips;
  const std::optional<std::string> only = OnlyRef();
  for (const Ref& ref : refs_->All()) {
    if (only && ref.name != *only)
      continue;
    const RefPolicy* const other = policy_->push.Find(ref.name);
    if (!other || !IsAsStrict(*other, policy))
      continue;
    if (const auto tip = TipOf(*repository_, ref))
      tips.push_back(*tip);
  }
  std::ranges::sort(tips);
  tips.erase(std::unique(tips.begin(), tips.end()), tips.end());
  return tips;
}

}  // namespace commitgate
