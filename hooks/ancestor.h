// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace commitgate {

/// A process above this one, as /proc shows it.
struct Ancestor {
  std::vector<std::string> arguments;
  /// `NAME=value`, as it was when the process started.
  std::vector<std::string> environment;
};

/// The nearest ancestor whose program is called `name`.  Nothing where there is
/// none, where it belongs to somebody else, and where there is no /proc.
std::optional<Ancestor> FindAncestor(std::string_view name);

}  // namespace commitgate
