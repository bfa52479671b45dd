// SPDX-License-Identifier: MIT
#include "validator/people/people.h"

#include "validator/message/text.h"

namespace commitgate {
namespace {

/// The member whom the roster lists under an address that the mailmap replaces
/// by the proper one.
const Member* FindReplaced(const Roster& roster, const Mailmap& mailmap,
                           std::string_view proper) {
  for (const std::string& email : mailmap.ReplacedBy(proper)) {
    const Member* const member = roster.FindByEmail(email);
    if (member == nullptr)
      continue;
    const Mailbox resolved = mailmap.Resolve({member->name, email});
    if (EqualsIgnoringCase(resolved.email, proper))
      return member;
  }
  return nullptr;
}

bool AreSameAddress(std::string_view a, std::string_view b) {
  return !a.empty() && EqualsIgnoringCase(a, b);
}

}  // namespace

const Member* People::Find(const Mailbox& mailbox) const {
  if (roster == nullptr)
    return nullptr;
  const std::string_view proper = mailmap.Resolve(mailbox).email;
  if (const Member* const member = roster->FindByEmail(proper))
    return member;
  return FindReplaced(*roster, mailmap, proper);
}

bool People::AreSame(const Mailbox& a, const Mailbox& b) const {
  if (AreSameAddress(a.email, b.email) ||
      AreSameAddress(mailmap.Resolve(a).email, mailmap.Resolve(b).email))
    return true;
  const Member* const member = Find(a);
  return member != nullptr && member == Find(b);
}

}  // namespace commitgate
