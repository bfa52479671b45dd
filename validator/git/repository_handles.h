// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/git/git2_repository.h"
#include "validator/git/object_store.h"
#include "validator/git/recent_trees.h"
#include "validator/git/ref_store.h"
#include "validator/git/repository.h"
#include "validator/git/repository_place.h"

namespace commitgate {

// For validator/git/repository*.cc only.

struct Repository::Handles {
  /// `opened` is nothing where libgit2 was not needed to find it.
  Handles(RepositoryPlace where, std::vector<std::filesystem::path> folders,
          RepositoryHandle opened);

  /// From the store, or where it has nothing from libgit2.  Throw
  /// Error("<doing> <id>: <reason>").
  StoredObject Read(const ObjectId& id, std::string_view doing);
  ObjectType TypeOf(const ObjectId& id);

  /// Throws Error where libgit2 would read behind the end of a pack.
  void RequireInPack(const ObjectId& id, std::string_view doing) const;

  /// As FindPlainRevision.
  std::optional<ObjectId> FindRevision(const std::string& revision) const;

  RepositoryPlace place;
  RefStore refs;
  ObjectStore objects;
  /// The first folder of the objects.
  bool has_quarantine = false;
  RecentTrees recent_trees;
  /// Sorted.
  std::vector<ObjectId> shallow;
  Git2Repository git2;
};

}  // namespace commitgate
