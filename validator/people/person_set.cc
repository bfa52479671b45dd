// SPDX-License-Identifier: MIT
#include "validator/people/person_set.h"

namespace commitgate {

void PersonSet::AddPerson(const Person& person) {
  if (!HasPerson(person))
    ++size_;
  // Nobody is known by an address that is none.
  if (!person.email.empty())
    addresses_.Add(person.email);
  if (person.IsRenamed() && !person.proper_email.empty())
    addresses_.Add(person.proper_email);
  if (person.member != nullptr)
    members_.Add(person.member);
}

bool PersonSet::HasPerson(const Person& person) const {
  return addresses_.Contains(person.email) ||
         (person.IsRenamed() && addresses_.Contains(person.proper_email)) ||
         (person.member != nullptr && members_.Contains(person.member));
}

}  // namespace commitgate
