// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "validator/people/roster.h"

namespace commitgate {

/// Roster::FindNear; a pointer into `members`.
const Member* FindNearMember(const std::vector<Member>& members,
                             const Mailbox& mailbox);

}  // namespace commitgate
