// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace commitgate {

/// Who pushes, and who says so.  The same id from two providers are two people.
struct Pusher {
  /// A word of the table of providers: `gitolite`, `unix`, `env:NAME`.
  std::string provider;
  /// 1 to 255 bytes of printable ASCII without blanks.
  std::string id;

  auto operator<=>(const Pusher&) const = default;
};

}  // namespace commitgate
