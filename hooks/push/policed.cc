// SPDX-License-Identifier: MIT
#include "hooks/push/policed.h"

#include <algorithm>

#include "validator/error.h"

namespace commitgate {
namespace {

constexpr Micros kHour = 60 * 60 * kSecond;

}  // namespace

bool IsTag(std::string_view ref) {
  return ref.starts_with("refs/tags/");
}

bool IsPolicedBranch(const PushPolicy& policy, std::string_view ref) {
  const RefPolicy* const found = policy.Find(ref);
  return found && !found->IsFree() && !IsTag(ref) &&
         found->type() == RefPolicy::Type::kBranch;
}

bool IsPublishedTag(const PushPolicy& policy, std::string_view ref) {
  if (!IsTag(ref))
    return false;
  const RefPolicy* const found = policy.Find(ref);
  return !found || !found->IsFree();
}

bool HasMemory(const PushPolicy& policy, std::string_view ref) {
  const RefPolicy* const found = policy.Find(ref);
  return !IsTag(ref) && !(found && found->IsFree());
}

Micros WithinInForce(const RefPolicy* policy) {
  return policy && !policy->IsFree() ? policy->within : 0;
}

Micros WindowToRemember(const RefPolicy* policy) {
  const Micros within = WithinInForce(policy);
  const bool asks_for_ever =
      within == kForever && policy->deletion == RefPolicy::Delete::kWindow;
  if (within == kForever && !asks_for_ever)
    return kHour;
  return std::max(within, kHour);
}

bool IsReadableCommit(const Server& server, const ObjectId& id) {
  try {
    return server.PeelToCommit(id) == id;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace commitgate
