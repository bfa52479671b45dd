// SPDX-License-Identifier: MIT
#include "hooks/push/ref_snapshot.h"

namespace commitgate {

std::optional<ObjectId> RefSnapshot::Value(const std::string& name) {
  const auto known = values_.find(name);
  if (known != values_.end())
    return known->second;
  return values_.emplace(name, repository_->ReadRef(name)).first->second;
}

const std::vector<Ref>& RefSnapshot::All() {
  if (!all_)
    all_ = repository_->ReadRefs();
  return *all_;
}

}  // namespace commitgate
