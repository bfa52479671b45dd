// SPDX-License-Identifier: MIT
#include "hooks/project/guarded_repository.h"

namespace commitgate {

const Repository& GuardedRepository::Opened() const {
  if (!repository_)
    repository_ = &own_.emplace(open_());
  return *repository_;
}

}  // namespace commitgate
