// SPDX-License-Identifier: MIT
#include "validator/people/near_member.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "validator/engine/suggest.h"
#include "validator/message/lower_case.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

/// Further away than anybody who is meant.
constexpr size_t kFar = 3;

/// The member with the least distance; null where all are far, or two are
/// equally near.
template <class Distance>
const Member* Nearest(const std::vector<Member>& members,
                      const Distance& distance) {
  const Member* nearest = nullptr;
  size_t least = kFar;
  for (const Member& member : members) {
    const size_t now = distance(member);
    if (now > least || now >= kFar)
      continue;
    nearest = now < least ? &member : nullptr;
    least = now;
  }
  return nearest;
}

/// What stands before the `@`; of `1234+login@users.noreply.github.com` the
/// login.
std::string_view LocalPart(std::string_view email) {
  const std::string_view local = email.substr(0, email.find('@'));
  const bool is_numbered = email.ends_with("@users.noreply.github.com");
  return is_numbered ? local.substr(local.find('+') + 1) : local;
}

/// In lower case; at most kFar.  Of short words much less is enough to make
/// another one.
size_t DistanceOf(std::string_view lower, std::string_view known) {
  if (lower.empty())
    return kFar;
  const size_t limit = std::min(kFar - 1, lower.size() / 4);
  const size_t distance = EditDistance(lower, LowerCase(known), limit);
  return distance > limit ? kFar : distance;
}

/// What is looked for, in lower case.
struct Wanted {
  std::string name;
  std::string email;

  size_t DistanceTo(const Member& member) const {
    size_t least = std::min(DistanceOf(name, member.name),
                            DistanceOf(email, member.email));
    for (const std::string& other : member.other_emails)
      least = std::min(least, DistanceOf(email, other));
    return least;
  }
};

}  // namespace

const Member* FindNearMember(const std::vector<Member>& members,
                             const Mailbox& mailbox) {
  const auto by_name = [&](const Member& member) {
    return EqualsIgnoringCase(member.name, mailbox.name) ? 0 : kFar;
  };
  if (const Member* const member = Nearest(members, by_name))
    return member;
  const std::string_view local = LocalPart(mailbox.email);
  const auto by_login = [&](const Member& member) {
    return EqualsIgnoringCase(member.login, local) ? 0 : kFar;
  };
  if (const Member* const member = Nearest(members, by_login))
    return member;
  const Wanted wanted = {LowerCase(mailbox.name), LowerCase(mailbox.email)};
  return Nearest(
      members, [&](const Member& member) { return wanted.DistanceTo(member); });
}

}  // namespace commitgate
