// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "validator/engine/finding.h"
#include "validator/message/message.h"

namespace commitgate {

/// The lines of a message that is being repaired, without their line feeds.
using TextLines = std::vector<std::string>;

/// As they are stored.
TextLines LinesOf(const Message& message);

std::string JoinLines(const TextLines& lines);

/// The text of `message` as it is stored, from the title on.
std::string TextOf(const Message& message);

/// `line` with `part`, a view into its text, replaced; what is at its end and
/// in no text stays.
std::string WithPart(const Line& line, std::string_view part,
                     std::string_view replacement);

/// The text of `message` with another title.  Nothing where the title repeats
/// that of another commit: a revert's, a `fixup!`.
std::optional<std::string> WithTitle(const Message& message, std::string title);

/// The index of the line that `finding` points to.
size_t LineIndex(const Message& message, const Finding& finding);

/// By index: the line is in fenced code, or is a fence.  Code that is not
/// closed goes on to the end.
std::vector<bool> FencedLines(const Message& message);

}  // namespace commitgate
