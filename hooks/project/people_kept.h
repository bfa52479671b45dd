// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "validator/engine/people_policy.h"
#include "validator/git/object_id.h"
#include "validator/git/repository.h"

namespace commitgate {

/// Why a branch that goes from `before` to `after` would no longer tell who
/// its people are: the roster or the owners file would be gone, or broken.
/// Afterwards nothing could be pushed.  Empty where they stay readable, or were
/// not before.  Throws Error.
std::string WhyPeopleWouldBeLost(const PeoplePolicy& people,
                                 const std::string& ref,
                                 const std::optional<ObjectId>& before,
                                 const ObjectId& after,
                                 const Repository& repository);

}  // namespace commitgate
