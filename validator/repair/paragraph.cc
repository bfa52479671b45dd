// SPDX-License-Identifier: MIT
#include "validator/repair/paragraph.h"

#include <algorithm>

namespace commitgate {
namespace {

/// Deeper, the text of an item is quoted rather than continued.
constexpr size_t kDeepestItem = 3;

bool StartsWithOneOf(std::string_view line,
                     std::span<const std::string_view> starts) {
  return std::ranges::any_of(
      starts, [&](std::string_view start) { return line.starts_with(start); });
}

/// What starts a quote, a prompt, a heading, a table, markup or a diff.
bool StartsAsCode(std::string_view line) {
  constexpr std::string_view kStarts[] = {">", "$",  "#",     "%",   "|",
                                          "<", "@@", "```",   "~~~", "{",
                                          "}", "+",  "diff ", "---"};
  return StartsWithOneOf(line, kStarts);
}

bool EndsAsCode(std::string_view line) {
  return std::string_view("{};\\|").find(line.back()) != std::string_view::npos;
}

/// `[1]: https://x.y`, which has to stand alone.
bool IsReference(std::string_view line) {
  return line.starts_with('[') && line.find("]:") != line.npos;
}

/// A line under a heading, or one that parts.
bool IsRule(std::string_view line) {
  return line.find_first_not_of("-=~_* ") == line.npos;
}

bool IsAligned(std::string_view line) {
  const std::string_view text = Trim(line);
  return line.find('\t') != line.npos || text.find("   ") != text.npos;
}

bool IsCode(std::string_view line) {
  const std::string_view text = Trim(line);
  return StartsAsCode(text) || EndsAsCode(text) || IsReference(text) ||
         IsRule(text) || IsAligned(line);
}

/// Where the text starts behind `1. ` or `2) `.
std::optional<size_t> NumberIndent(std::string_view line, size_t at) {
  constexpr size_t kMostDigits = 3;
  size_t end = at;
  while (end < line.size() && end < at + kMostDigits && IsDigit(line[end]))
    ++end;
  if (end == at || end + 1 >= line.size() ||
      (line[end] != '.' && line[end] != ')') || line[end + 1] != ' ')
    return std::nullopt;
  return end + 1;
}

std::optional<size_t> BulletIndent(std::string_view line, size_t at) {
  if (line[at] != '-' && line[at] != '*')
    return std::nullopt;
  if (at + 1 >= line.size() || line[at + 1] != ' ')
    return std::nullopt;
  return at + 1;
}

}  // namespace

std::vector<Paragraph> ParagraphsOf(const Message& message) {
  const auto& lines = message.lines;
  std::vector<Paragraph> paragraphs;
  size_t at = 0;
  while (at < lines.size() && !lines[at].text.empty())
    ++at;
  while (at < lines.size()) {
    const size_t begin = at;
    while (at < lines.size() && !lines[at].text.empty())
      ++at;
    if (at > begin)
      paragraphs.push_back({begin, at});
    else
      ++at;
  }
  return paragraphs;
}

size_t IndentOf(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

std::optional<size_t> ItemIndent(std::string_view line) {
  const size_t at = IndentOf(line);
  if (at > kDeepestItem || at == line.size())
    return std::nullopt;
  auto blank = BulletIndent(line, at);
  if (!blank)
    blank = NumberIndent(line, at);
  if (!blank)
    return std::nullopt;
  return line.find_first_not_of(' ', *blank);
}

bool IsProse(std::span<const Line> lines) {
  // Of the item that the line before belongs to; 0: of none.
  size_t item = 0;
  for (const Line& line : lines) {
    if (IsCode(line.text))
      return false;
    if (const auto indent = ItemIndent(line.text))
      item = *indent;
    else if (IndentOf(line.text) > item)
      return false;
    else if (IndentOf(line.text) == 0)
      item = 0;
  }
  return true;
}

}  // namespace commitgate
