// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "validator/message/commit.h"

namespace commitgate {

/// A commit on its way to the judge, or why it cannot get there.
struct UnjudgedCommit {
  Commit commit;
  /// The raw object, as it is stored, that `commit`, which has only its id yet,
  /// is to be parsed from: parsing is the judge's work, so that reading can go
  /// on.
  std::optional<Bytes> object;
  /// Why this could not be read; empty otherwise.
  std::string error;
};

/// Where commits come from, one after the other.
class CommitSource {
 public:
  virtual ~CommitSource() = default;
  /// Nothing when there are no more.  Something that cannot be read is a
  /// candidate with an error, and what follows it comes all the same.
  virtual std::optional<UnjudgedCommit> Next() = 0;
};

/// What could not be read, and why.
UnjudgedCommit Unreadable(std::string id, std::string why);

}  // namespace commitgate
