// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hooks/push/server.h"
#include "validator/git/repository.h"

namespace commitgate {

/// The machine and the repository that a hook runs on.
class GitServer : public Server {
 public:
  /// REQUIRES: `repository` outlives it.
  explicit GitServer(const Repository& repository) : repository_(repository) {}

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
};

}  // namespace commitgate
