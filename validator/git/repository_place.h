// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace commitgate {

/// Where the parts of a repository are.  Folders are absolute and end with a
/// slash.
struct RepositoryPlace {
  /// The folder of HEAD.
  std::string git_dir;
  /// The folder of refs and objects: another one in a linked work tree only.
  std::string common_dir;
  std::string objects;
  /// Nothing where bare.
  std::optional<std::string> work_tree;

  bool operator==(const RepositoryPlace&) const = default;
};

}  // namespace commitgate
