// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "commands/place.h"
#include "hooks/project/lazy_repository.h"
#include "validator/people/owners.h"

namespace commitgate {

/// Who looks after what at `place`: the file called `named`, if not empty; else
/// the one that the policy names; else the first CODEOWNERS that GitHub would
/// find.  Nothing where there is none of these.  Throws Error: one that is
/// named is not there; it cannot be read.
std::optional<Owners> FindOwners(const std::string& named, const Place& place,
                                 const Environment& environment,
                                 const LazyRepository& repository);

}  // namespace commitgate
