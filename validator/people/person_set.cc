// SPDX-License-Identifier: MIT
#include "validator/people/person_set.h"

namespace commitgate {
namespace {

/// Whether the mailmap has another address.
bool IsRenamed(const Person& person) {
  return person.proper_email.data() != person.email.data();
}

}  // namespace

void PersonSet::AddPerson(const Person& person) {
  if (!HasPerson(person))
    ++size_;
  AddAddress(person.email);
  if (IsRenamed(person))
    AddAddress(person.proper_email);
  if (person.member != nullptr)
    members_.insert(person.member);
}

bool PersonSet::HasPerson(const Person& person) const {
  return HasAddress(person.email) ||
         (IsRenamed(person) && HasAddress(person.proper_email)) ||
         (person.member != nullptr && members_.contains(person.member));
}

bool PersonSet::HasAddress(std::string_view email) const {
  return addresses_.contains(email);
}

/// Nobody is known by an address that is none.
void PersonSet::AddAddress(std::string_view email) {
  if (!email.empty() && !HasAddress(email))
    addresses_.emplace(email);
}

}  // namespace commitgate
