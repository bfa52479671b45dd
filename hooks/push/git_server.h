// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hooks/push/known_ancestors.h"
#include "hooks/push/server.h"
#include "validator/git/repository.h"

namespace commitgate {

/// The machine and the repository that a hook runs on.
class GitServer : public Server {
 public:
  /// REQUIRES: both outlive it; `known` may be null.
  explicit GitServer(const Repository& repository,
                     const KnownAncestors* known = nullptr)
      : repository_(repository), known_(known) {}

  Clock Now() const override;
  std::optional<ObjectId> ReadRef(const std::string& name) const override;
  std::vector<Ref> ReadRefs() const override;
  std::optional<ObjectId> PeelToCommit(const ObjectId& id) const override;
  bool IsAlive(const std::string& push) const override;
  std::vector<ObjectId> Difference(
      const std::optional<ObjectId>& tip,
      const std::vector<ObjectId>& hidden) const override;
  bool HaveSameTree(const ObjectId& a, const ObjectId& b) const override;

 private:
  const Repository& repository_;
  const KnownAncestors* known_;
};

}  // namespace commitgate
