// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "validator/message/text.h"

namespace commitgate {

/// A line around a finding, and what to write below it.
struct Excerpt {
  /// Safe on a terminal; long lines are cut, `...` stands for the rest.
  std::string line;
  /// Blanks up to the culprit, and a caret and tildes as wide as it is shown.
  std::string pointer;
};

/// `span` is in `line`, of which `width` columns are shown at most.  Nothing
/// where it starts tens of thousands of bytes into it: looking there takes
/// longer than a reader's patience lasts.
std::optional<Excerpt> MakeExcerpt(const Line& line, const Span& span,
                                   size_t width = 100);

}  // namespace commitgate
