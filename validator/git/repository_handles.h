// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <vector>

#include "validator/git/git2_repository.h"
#include "validator/git/object_store.h"
#include "validator/git/ref_store.h"
#include "validator/git/repository.h"
#include "validator/git/repository_place.h"

namespace commitgate {

// For validator/git/repository*.cc only.

struct Repository::Handles {
  /// `opened` is nothing where libgit2 was not needed to find it.
  Handles(RepositoryPlace where, std::vector<std::filesystem::path> folders,
          RepositoryHandle opened);

  RepositoryPlace place;
  RefStore refs;
  ObjectStore objects;
  /// Sorted.
  std::vector<ObjectId> shallow;
  Git2Repository git2;
};

}  // namespace commitgate
