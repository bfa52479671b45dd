// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "hooks/push/candidate.h"
#include "hooks/push/identity.h"
#include "hooks/push/known_ancestors.h"
#include "validator/engine/policy.h"
#include "validator/git/repository.h"

namespace commitgate {

/// What the gates that need no ledger look at.
struct GateInput {
  const Repository& repository;
  const Policy& policy;
  const Identity& identity;
  /// force-push-window looks at no messages.
  bool judges_messages = true;
  /// Returns that the deadline has passed; several threads may ask.  Empty:
  /// there is none.
  std::function<bool()> is_late = {};
  /// Where to say what was found out of histories; null: nobody asks.
  KnownAncestors* known_ancestors = nullptr;
  /// When the push came, in seconds since the epoch.
  std::optional<int64_t> now = {};
};

/// Sends each candidate of a push through the refs gate and the message gate,
/// as far as they need no ledger, all against one snapshot of the refs, and
/// adds what they have to say to the candidates.  Objects are read once.
/// Returns what there is to note for the pusher, a line each.  Throws Error
/// where something cannot be read: then the push is refused.
///
/// What the ledger decides later is left to it: whether the claimed value is
/// the real one, deletions, rewrites, tags.  Where the claim is wrong nothing
/// else is looked at.
std::vector<std::string> PassGates(std::vector<Candidate>& candidates,
                                   const GateInput& input);

}  // namespace commitgate
