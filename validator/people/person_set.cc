// SPDX-License-Identifier: MIT
#include "validator/people/person_set.h"

namespace commitgate {

void PersonSet::Add(const Mailbox& mailbox) {
  if (!Contains(mailbox))
    ++size_;
  addresses_.emplace(mailbox.email);
  addresses_.emplace(people_.mailmap.Resolve(mailbox).email);
  if (const Member* const member = people_.Find(mailbox))
    members_.insert(member);
}

bool PersonSet::Contains(const Mailbox& mailbox) const {
  if (HasAddress(mailbox.email) ||
      HasAddress(people_.mailmap.Resolve(mailbox).email))
    return true;
  const Member* const member = people_.Find(mailbox);
  return member != nullptr && members_.contains(member);
}

bool PersonSet::HasAddress(std::string_view email) const {
  return !email.empty() && addresses_.contains(std::string(email));
}

}  // namespace commitgate
