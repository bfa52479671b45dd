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

Person People::Identify(const Mailbox& mailbox) const {
  const std::string_view proper = mailmap.Resolve(mailbox).email;
  if (roster == nullptr)
    return {mailbox.email, proper, nullptr};
  const Member* const member = roster->FindByEmail(proper);
  return {mailbox.email, proper,
          member ? member : FindReplaced(*roster, mailmap, proper)};
}

const Member* People::Find(const Mailbox& mailbox) const {
  return roster ? Identify(mailbox).member : nullptr;
}

bool People::AreSame(const Mailbox& a, const Mailbox& b) const {
  const Person one = Identify(a);
  const Person other = Identify(b);
  return AreSameAddress(one.email, other.email) ||
         AreSameAddress(one.proper_email, other.proper_email) ||
         (one.member != nullptr && one.member == other.member);
}

std::vector<KnownReviewer> Identify(std::span<const Reviewer> reviewers,
                                    const People& people) {
  std::vector<KnownReviewer> known;
  known.reserve(reviewers.size());
  for (const Reviewer& reviewer : reviewers)
    known.push_back({&reviewer, people.Identify(reviewer.mailbox)});
  return known;
}

}  // namespace commitgate
