// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "validator/message/text.h"

namespace commitgate {

/// The lines of a Markdown text that a reader sees as text: those of comments
/// and of fenced code are left out, an empty line stands for each.
std::vector<Line> VisibleLines(std::string_view markdown);

/// What `line` is a heading for (`## Collaborators ##`); empty where it is
/// none.
std::string_view HeadingOf(std::string_view line);

/// What stands behind the bullet of `line`; empty where it begins no list item.
std::string_view ItemOf(std::string_view line);

}  // namespace commitgate
