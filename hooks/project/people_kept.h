// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "validator/engine/people_policy.h"
#include "validator/git/object_id.h"
#include "validator/git/repository.h"

namespace commitgate {

/// A branch that is pushed to.
struct BranchMove {
  std::string ref;
  /// Nothing where it is made.
  std::optional<ObjectId> before;
  /// Nothing where it is deleted.
  std::optional<ObjectId> after;
  /// Whether what is pushed to it is judged by the people that it tells itself.
  bool has_people_of_its_own = false;
};

/// Why a server would no longer know who its people are: the roster, the
/// mailmap or the owners file would be gone, or broken.  Afterwards nothing
/// could be pushed, or anything.  Empty where they stay readable, or were not
/// before.  Throws Error.
std::string WhyPeopleWouldBeLost(const PeoplePolicy& people,
                                 const BranchMove& move,
                                 const Repository& repository);

/// Why a server could not know who its people are, were it served by this
/// policy from now on.  Empty where it could.  Throws Error.
std::string WhyPeopleCouldNotBeRead(const PeoplePolicy& people,
                                    const BranchMove& move,
                                    const Repository& repository);

}  // namespace commitgate
