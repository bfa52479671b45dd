// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "hooks/push/server.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

// What counts for the window of a ref.

bool IsTag(std::string_view ref);

/// A ref that is neither a tag nor free, and that some `[[refs]]` names.
bool IsPolicedBranch(const PushPolicy& policy, std::string_view ref);

/// A tag that makes final what it reaches.  Free ones are no publication, for
/// anybody can put them anywhere.
bool IsPublishedTag(const PushPolicy& policy, std::string_view ref);

/// Whether what went from the ref is remembered: only where a window could ask
/// for it.
bool HasMemory(const PushPolicy& policy, std::string_view ref);

/// What rows say of it; null: none.
Micros WithinInForce(const RefPolicy* policy);

/// The longest window that can be asked about a ref.  What may always be
/// rewritten asks none, unless to be deleted; but the policy may change to a
/// window, and one of more than a day then finds final what went before.
Micros WindowToAsk(const RefPolicy* policy);

/// Whether the commit is there.
bool IsReadableCommit(const Server& server, const ObjectId& id);

}  // namespace commitgate
