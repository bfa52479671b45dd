// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hooks/clock.h"
#include "hooks/window/history.h"
#include "validator/git/repository.h"

namespace commitgate {

/// What deciding on a push needs to know of the world, asked for inside the
/// ledger's transaction, so that no other hook is in between.
class Server : public CommitHistory {
 public:
  virtual Clock Now() const = 0;
  /// The real value of a ref; nothing where it is not there.
  virtual std::optional<ObjectId> ReadRef(const std::string& name) const = 0;
  /// All refs, read again with each call.
  virtual std::vector<Ref> ReadRefs() const = 0;
  /// What an id on a ref comes to as a commit; nothing for trees and blobs.
  virtual std::optional<ObjectId> PeelToCommit(const ObjectId& id) const = 0;
  /// Whether the receive-pack of a push is still there.
  virtual bool IsAlive(const std::string& push) const = 0;
};

}  // namespace commitgate
