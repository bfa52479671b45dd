// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace commitgate {

/// A file of a branch: `<branch>:<path>`.
struct PlaceOnBranch {
  /// The full name.
  std::string ref;
  std::string path;

  bool operator==(const PlaceOnBranch&) const = default;
};

/// Nothing where `name` is no place on exactly one branch: git would take a tag
/// for it, and pushers can make tags and branches of any name.
std::optional<PlaceOnBranch> ParsePlaceOnBranch(const std::string& name);

}  // namespace commitgate
