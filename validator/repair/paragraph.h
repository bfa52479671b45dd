// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "validator/message/message.h"

namespace commitgate {

/// Lines of a message with none blank between them, half open.
struct Paragraph {
  size_t begin;
  size_t end;
};

/// The paragraphs behind the title's own.
std::vector<Paragraph> ParagraphsOf(const Message& message);

/// What starts an item of a list, and where its text starts, in bytes: `- `,
/// `12. `.  Nothing where `line` starts none.
std::optional<size_t> ItemIndent(std::string_view line);

/// How many blanks a line starts with.
size_t IndentOf(std::string_view line);

/// Whether the lines are surely prose or a list: no code, no table, no output
/// of a program, nothing that is aligned.
bool IsProse(std::span<const Line> lines);

}  // namespace commitgate
