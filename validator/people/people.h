// SPDX-License-Identifier: MIT
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "validator/message/reviewer.h"
#include "validator/people/mailmap.h"
#include "validator/people/roster.h"

namespace commitgate {

/// What tells one person from others; names prove nothing.
struct Person {
  std::string_view email;
  /// The address under the mailmap.
  std::string_view proper_email;
  /// Null for whom the roster does not list.
  const Member* member;

  /// Whether the mailmap has another address.
  bool IsRenamed() const { return proper_email.data() != email.data(); }
};

/// One who has reviewed a change, and who that is.  `reviewer` is the
/// message's.
struct KnownReviewer {
  const Reviewer* reviewer;
  Person person;
};

/// What is known about who is who.  As long as what it refers to lives.
struct People {
  const Mailmap& mailmap;
  /// Null where there is none.
  const Roster* roster;

  /// Views into `mailbox` or the mailmap.
  Person Identify(const Mailbox& mailbox) const;

  /// The member whose mailbox this is, through the mailmap; null where there is
  /// none, and without a roster.
  const Member* Find(const Mailbox& mailbox) const;

  /// Whether two mailboxes are those of one person: the same address, or the
  /// same member.
  bool AreSame(const Mailbox& a, const Mailbox& b) const;
};

/// Who each of them is.  REQUIRES: they outlive the answer.
std::vector<KnownReviewer> Identify(std::span<const Reviewer> reviewers,
                                    const People& people);

}  // namespace commitgate
