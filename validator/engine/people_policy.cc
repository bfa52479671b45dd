// SPDX-License-Identifier: MIT
#include "validator/engine/people_policy.h"

namespace commitgate {
namespace {

bool IsOnEachBranch(const std::string& source) {
  return !source.empty() && source.find(':') == source.npos;
}

}  // namespace

bool PeoplePolicy::DifferByBranch() const {
  const bool names_people = !roster.empty() || !owners.empty();
  return names_people && (IsOnEachBranch(roster) || IsOnEachBranch(owners) ||
                          IsOnEachBranch(mailmap));
}

}  // namespace commitgate
