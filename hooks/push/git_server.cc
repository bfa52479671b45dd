// SPDX-License-Identifier: MIT
#include "hooks/push/git_server.h"

#include <algorithm>

#include "hooks/receiver.h"
#include "validator/git/difference.h"

namespace commitgate {

Clock GitServer::Now() const {
  return ReadClock();
}

std::optional<ObjectId> GitServer::ReadRef(const std::string& name) const {
  return repository_.ReadRef(name);
}

std::vector<Ref> GitServer::ReadRefs() const {
  return repository_.ReadRefs();
}

std::optional<ObjectId> GitServer::PeelToCommit(const ObjectId& id) const {
  const Peeled peeled = repository_.Peel(id);
  if (peeled.type != Peeled::Type::kCommit)
    return std::nullopt;
  return peeled.id;
}

bool GitServer::IsAlive(const std::string& push) const {
  return commitgate::IsAlive(push);
}

std::vector<ObjectId> GitServer::Difference(
    const std::optional<ObjectId>& tip,
    const std::vector<ObjectId>& hidden) const {
  if (!tip)
    return {};
  const auto reaches_tip = [&](const ObjectId& id) {
    return known_ && known_->Has(*tip, id);
  };
  if (std::ranges::any_of(hidden, reaches_tip))
    return {};
  return commitgate::Difference(repository_, *tip, hidden);
}

bool GitServer::HaveSameTree(const ObjectId& a, const ObjectId& b) const {
  return repository_.TreeOf(a) == repository_.TreeOf(b);
}

}  // namespace commitgate
