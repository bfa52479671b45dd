// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "validator/git/git2_handle.h"
#include "validator/git/ref_store.h"
#include "validator/git/repository.h"

namespace commitgate {

// For validator/git/repository*.cc only.

struct Repository::Handles {
  Handles(RepositoryHandle opened, const Quarantine& quarantine);

  RepositoryHandle repository;
  OdbHandle odb;
  RefStore refs;
  /// Sorted.
  std::vector<ObjectId> shallow;
};

}  // namespace commitgate
