// SPDX-License-Identifier: MIT
#pragma once

#include <set>
#include <string>

#include "validator/people/owners.h"

namespace commitgate {

/// What somebody wants to know the owners of.
struct OwnersQuestion {
  /// From the top of the project; one of a folder ends with a slash.
  std::set<std::string> paths = {};
  std::set<std::string> subsystems = {};
};

/// Whom to ask, each with what for: an owner's line, and below it the paths and
/// subsystems, of many the first.  In the order in which they are found; empty
/// where there is nobody.  Throws Error: that is too much to compare.
std::string ReportOwners(const Owners& owners, const OwnersQuestion& question);

}  // namespace commitgate
