// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "hooks/push/ref_update.h"
#include "validator/engine/push_policy.h"

namespace commitgate {

/// What a gate has to say of a ref update, for people: a first line, and lines
/// that tell more or what to do instead.  Text from outside is escaped already.
struct Remark {
  std::string what;
  std::vector<std::string> more = {};
};

/// One ref update on its way through the gates.
struct Candidate {
  RefUpdate update;
  /// Null where no `[[refs]]` matches.
  const RefPolicy* policy = nullptr;
  /// What the gates that need no ledger have found so far; empty: nothing.
  std::vector<Remark> refusals = {};
  /// What does not stand in the way, but should be told.
  std::vector<Remark> warnings = {};
  /// How many findings there are besides: too many to be told.
  size_t left_out = 0;
};

}  // namespace commitgate
