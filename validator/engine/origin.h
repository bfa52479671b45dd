// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace commitgate {

/// Where a value of a policy comes from, for people: `nodejs:12`,
/// `.commitgate.toml:3`, or `default`.
struct Origin {
  std::string source = "default";
  /// 1-based; 0 where there is none.
  int line = 0;

  bool operator==(const Origin&) const = default;
};

/// `source:line`, or only the source.
std::string Describe(const Origin& origin);

}  // namespace commitgate
