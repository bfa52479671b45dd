// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/git/object_id.h"

namespace commitgate {

/// What a push asks for: a line of the standard input of pre-receive, or the
/// arguments of update.
struct RefUpdate {
  std::string ref;
  /// What the client says that the ref was; nothing for all zeros.  It may say
  /// anything.
  std::optional<ObjectId> claimed;
  /// Nothing for all zeros: to be deleted.
  std::optional<ObjectId> target;

  bool operator==(const RefUpdate&) const = default;
};

/// Lines of `old SP new SP ref LF`, the refs' names as git accepts them and
/// each only once.  Throws Error("reading the ref updates: line N: what is
/// wrong") for anything else, for then the whole push is refused.  No lines are
/// no updates.
std::vector<RefUpdate> ParseRefUpdates(std::string_view lines);

/// The three arguments of an update hook, `ref old new`.  Throws Error.
RefUpdate ParseUpdateArguments(const std::vector<std::string>& arguments);

}  // namespace commitgate
