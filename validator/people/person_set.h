// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

#include "validator/message/ignoring_case.h"
#include "validator/people/people.h"
#include "validator/people/small_set.h"

namespace commitgate {

/// Persons, told apart as People::AreSame does it, however many there are.
/// REQUIRES: what `people` refers to outlives it, and so does the text of the
/// mailboxes that are added.
class PersonSet {
 public:
  explicit PersonSet(const People& people) : people_(people) {}

  void Add(const Mailbox& mailbox) { AddPerson(people_.Identify(mailbox)); }
  bool Contains(const Mailbox& mailbox) const {
    return size_ > 0 && HasPerson(people_.Identify(mailbox));
  }
  /// Of the same people, who were identified already.
  void AddPerson(const Person& person);
  bool HasPerson(const Person& person) const;
  /// Whether `member`, of the same roster, is one of them.
  bool HasMember(const Member& member) const {
    return members_.Contains(&member);
  }
  /// How many different persons were added.
  size_t size() const { return size_; }

 private:
  People people_;
  /// As they were written, and under the mailmap.
  SmallSet<std::string_view, LessIgnoringCase> addresses_;
  SmallSet<const Member*, std::less<>> members_;
  size_t size_ = 0;
};

}  // namespace commitgate
