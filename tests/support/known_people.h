// SPDX-License-Identifier: MIT
#pragma once

#include "validator/people/mailmap.h"
#include "validator/people/roster.h"

namespace commitgate::testing {

/// Ann, Bob and Carol are collaborators, Tina is on the TSC only, Frank was a
/// collaborator, Trudy sorts issues: `<login>@example.com`, all of them, and
/// the login is the name in lower case without what follows it.
const Roster& KnownPeople();

/// Bob <bob@old.example.org> is Bob.
const Mailmap& KnownNames();

}  // namespace commitgate::testing
