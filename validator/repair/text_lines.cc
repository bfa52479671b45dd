// SPDX-License-Identifier: MIT
#include "validator/repair/text_lines.h"

#include <algorithm>
#include <utility>

namespace commitgate {
namespace {

/// The character that fences code in `line`, or NUL.
char FenceOf(std::string_view line) {
  const std::string_view text = Trim(line);
  if (text.starts_with("~~~"))
    return '~';
  if (!text.starts_with("```"))
    return '\0';
  const size_t ticks = std::min(text.find_first_not_of('`'), text.size());
  // Else that is code on a line.
  return text.find('`', ticks) == text.npos ? '`' : '\0';
}

}  // namespace

TextLines LinesOf(const Message& message) {
  TextLines lines;
  lines.reserve(message.lines.size());
  for (const Line& line : message.lines)
    lines.emplace_back(line.raw);
  return lines;
}

std::string JoinLines(const TextLines& lines) {
  std::string text;
  for (const std::string& line : lines)
    text.append(line).append("\n");
  return text;
}

std::string TextOf(const Message& message) {
  std::string text;
  for (const Line& line : message.lines)
    text.append(line.raw).append("\n");
  return text;
}

std::string WithPart(const Line& line, std::string_view part,
                     std::string_view replacement) {
  const size_t begin = part.data() - line.text.data();
  const size_t end = begin + part.size();
  return std::string(line.text.substr(0, begin))
      .append(replacement)
      .append(line.text.substr(end))
      .append(line.raw.substr(line.text.size()));
}

std::optional<std::string> WithTitle(const Message& message,
                                     std::string title) {
  if (message.title.IsRevert() || message.title.IsAutosquash())
    return std::nullopt;
  const Line& line = message.lines.front();
  TextLines lines = LinesOf(message);
  lines.front() = std::move(title);
  lines.front() += line.raw.substr(line.text.size());
  return JoinLines(lines);
}

size_t LineIndex(const Message& message, const Finding& finding) {
  const auto line = std::ranges::lower_bound(message.lines, finding.span.line,
                                             {}, &Line::number);
  return line - message.lines.begin();
}

std::vector<bool> FencedLines(const Message& message) {
  std::vector<bool> fenced(message.lines.size());
  char open = '\0';
  for (size_t i = 1; i < message.lines.size(); ++i) {
    const char fence = FenceOf(message.lines[i].text);
    fenced[i] = open != '\0' || fence != '\0';
    if (open == '\0')
      open = fence;
    else if (fence == open)
      open = '\0';
  }
  return fenced;
}

}  // namespace commitgate
