// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "hooks/setup/hook_set.h"
#include "validator/git/repository.h"

namespace commitgate {

/// How a clone, in which somebody makes commits, is to be set up.
struct CloneSetup {
  /// For git config commitgate.policy; empty: as it is.
  std::string policy = {};
  bool may_chain = false;
};

/// Lets commitgate judge messages before they are stored.  Doing it twice
/// changes nothing.  Throws Error, before anything has changed, where that
/// cannot work.
void SetUpClone(const Repository& repository, const CloneSetup& setup,
                const Tell& tell);

/// Takes away what SetUpClone has installed and configured.  Throws Error.
void TakeDownClone(const Repository& repository, const Tell& tell);

}  // namespace commitgate
