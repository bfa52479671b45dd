// SPDX-License-Identifier: MIT
#include "hooks/project/lazy_repository.h"

namespace commitgate {

const Repository& LazyRepository::Get() const {
  if (const Repository* const opened = opened_)
    return *opened;
  const std::lock_guard lock(mutex_);
  if (!own_)
    opened_ = &own_.emplace(open_());
  return *own_;
}

}  // namespace commitgate
