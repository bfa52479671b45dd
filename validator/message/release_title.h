// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "validator/message/title.h"

namespace commitgate {

/// What the title of a release commit tells.
struct ReleaseTitle {
  /// Digits and dots as they stand there: `22.1.0`.  A view into the title.
  std::string_view version;
  /// `Working on v22.1.1` begins a version instead of releasing it.
  bool is_begun = false;
};

/// Nothing where it is no release commit.  A revert of one is one, too.
std::optional<ReleaseTitle> ReadReleaseTitle(const Title& title);

}  // namespace commitgate
