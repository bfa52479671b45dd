// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "hooks/push/server.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

// What counts for the window of a ref.

bool IsTag(std::string_view ref);

/// Neither a tag nor notes nor free, and some `[[refs]]` names it.
bool IsPolicedBranch(const PushPolicy& policy, std::string_view ref);

/// A tag that makes final what it reaches.  Free ones are no publication, for
/// anybody can put them anywhere.
bool IsPublishedTag(const PushPolicy& policy, std::string_view ref);

/// Whether what went from the ref is remembered: only where a window could ask
/// for it.
bool HasMemory(const PushPolicy& policy, std::string_view ref);

/// What rows say of it; null: none.
Micros WithinInForce(const RefPolicy* policy);

/// The longest window that may be asked of what goes from a ref now, should it
/// come back.  A policy may change from always allowing rewrites to a window;
/// of one that is longer than an hour, what went before is final.
Micros WindowToRemember(const RefPolicy* policy);

/// Whether the commit is there.
bool IsReadableCommit(const Server& server, const ObjectId& id);

}  // namespace commitgate
