// SPDX-License-Identifier: MIT
#include "validator/engine/push_policy.h"

#include <algorithm>

namespace commitgate {
namespace {

constexpr std::string_view kTags = "refs/tags/";
constexpr std::string_view kNotes = "refs/notes/";
constexpr std::string_view kReserved[] = {"refs/replace", "refs/commitgate"};

}  // namespace

// The folders themselves are reserved, too: a ref of that name would keep all
// refs below from being made.
bool IsReserved(std::string_view ref) {
  return std::ranges::any_of(kReserved, [ref](std::string_view folder) {
    return ref == folder ||
           (ref.starts_with(folder) && ref[folder.size()] == '/');
  });
}

RefPolicy::Type RefPolicy::type() const {
  if (match.text().starts_with(kTags))
    return Type::kTag;
  return match.text().starts_with(kNotes) ? Type::kNotes : Type::kBranch;
}

bool RefPolicy::IsFree() const {
  return rules == kNoRules;
}

const RefPolicy* PushPolicy::Find(std::string_view ref) const {
  if (IsReserved(ref))
    return nullptr;
  const auto matches = [ref](const RefPolicy& policy) {
    return policy.match.Match(ref).has_value();
  };
  const auto found = std::ranges::find_if(refs, matches);
  return found == refs.end() ? nullptr : &*found;
}

bool PushPolicy::Includes(const std::vector<std::string>& list,
                          std::string_view who) const {
  return std::ranges::any_of(list, [&](std::string_view entry) {
    if (!entry.starts_with('@'))
      return entry == who;
    const auto group = groups.find(entry.substr(1));
    return group != groups.end() &&
           std::ranges::binary_search(group->second, who);
  });
}

bool PushPolicy::IsAsStrict(const RefPolicy& other,
                            const RefPolicy& ref) const {
  if (other.IsFree())
    return false;
  if (other.rules == ref.rules)
    return true;
  const auto weaker = std::ranges::find(other.stricter_than, ref.match.text());
  return weaker != other.stricter_than.end();
}

}  // namespace commitgate
