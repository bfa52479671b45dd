// SPDX-License-Identifier: MIT
#pragma once

#include "validator/engine/people_policy.h"
#include "validator/engine/policy_file.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// What `[roster]` and `[owners]` of `file` change in the policy that it
/// extends.
void ApplyPeople(const PolicyFile& file, PeoplePolicy& people);

/// A mailmap that no file names is on the branch that the roster is on.
/// REQUIRES: what all files say is in `people`.
void PutMailmapBesideRoster(PeoplePolicy& people);

/// The groups that there are because of the roster, before it is read.
PushPolicy::RosterGroups GroupsOf(const PeoplePolicy& people);

}  // namespace commitgate
