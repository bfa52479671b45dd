// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "validator/git/repository.h"

namespace commitgate {

/// One path at which two trees differ.
struct TreeChange {
  enum class Kind { kAdded, kDeleted, kModified };
  Kind kind;
  /// `/` between its parts; any bytes but NUL, as the trees have them.
  std::string path;

  bool operator==(const TreeChange&) const = default;
};

/// What a commit changes against its first parent, or against nothing where it
/// has none; sorted by path.  Files, links and submodules; a mode that changes
/// is a change, a renamed file is one deleted and one added.  Reads no contents
/// of files, and of folders only those that differ.
///
/// Throws Error: something is missing or malformed; so many paths that only
/// somebody who means harm has them, since a few folders in one another can
/// name more files than there is memory.
std::vector<TreeChange> ChangedPaths(const Repository& repository,
                                     const ObjectId& commit);

/// The same for who has the raw commit object already: it is not read again.
std::vector<TreeChange> ChangedPaths(const Repository& repository,
                                     const ObjectId& commit,
                                     std::string_view object);

}  // namespace commitgate
