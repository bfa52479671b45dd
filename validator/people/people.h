// SPDX-License-Identifier: MIT
#pragma once

#include "validator/people/mailmap.h"
#include "validator/people/roster.h"

namespace commitgate {

/// What is known about who is who.  As long as what it refers to lives.
struct People {
  const Mailmap& mailmap;
  /// Null where there is none.
  const Roster* roster;

  /// The member whose mailbox this is, through the mailmap; null where there is
  /// none, and without a roster.
  const Member* Find(const Mailbox& mailbox) const;

  /// Whether two mailboxes are those of one person: the same address, or the
  /// same member.  Names prove nothing.
  bool AreSame(const Mailbox& a, const Mailbox& b) const;
};

}  // namespace commitgate
