// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

struct Parents {
  std::vector<ObjectId> ids;
  /// Of the object, behind the lines that name them.
  std::string_view rest;
};

/// The parents that a raw commit object names.  Nothing where their lines are
/// malformed.
std::optional<Parents> ReadParents(std::string_view object);

/// What a walk needs to know of a commit.
struct CommitLinks {
  std::vector<ObjectId> parents;
  /// Seconds since the epoch; 0 where the commit does not say, as for git.
  int64_t committer_date = 0;
};

/// Reads the headers of a raw commit object.  Nothing where its parent lines
/// are malformed: its history is unknown.
std::optional<CommitLinks> ReadLinks(std::string_view object);

}  // namespace commitgate
