// SPDX-License-Identifier: MIT
#pragma once

#include "validator/message/commit.h"
#include "validator/people/people.h"
#include "validator/people/person_set.h"

namespace commitgate {

/// Who wrote the change, as far as that is known, with everybody that it is
/// credited to.  An author without an address is not known.  REQUIRES: the
/// commit outlives the answer.
PersonSet AuthorsOf(const Commit& commit, const People& people);

}  // namespace commitgate
