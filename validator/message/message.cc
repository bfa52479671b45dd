// SPDX-License-Identifier: MIT
#include "validator/message/message.h"

#include <algorithm>
#include <functional>

#include "validator/message/stray.h"

namespace commitgate {
namespace {

bool IsBlankLine(const Line& line) {
  return line.text.empty();
}

void DropBlankEnds(std::vector<Line>& lines) {
  while (!lines.empty() && IsBlankLine(lines.back()))
    lines.pop_back();
  lines.erase(lines.begin(), std::ranges::find_if_not(lines, IsBlankLine));
}

/// Before it becomes lines, for a line takes many times the memory of its line
/// feed.
std::string_view DropBlankEnds(std::string_view text) {
  const size_t end = text.find('\n', TrimEnd(text).size());
  text = text.substr(0, end);
  const auto first = std::ranges::find_if_not(text, IsSpace);
  const size_t line_feed = text.substr(0, first - text.begin()).rfind('\n');
  if (line_feed != std::string_view::npos)
    text.remove_prefix(line_feed + 1);
  return text;
}

bool IsWithin(std::string_view part, std::string_view whole) {
  const std::less_equal<const char*> not_after;
  return not_after(whole.data(), part.data()) &&
         not_after(part.data() + part.size(), whole.data() + whole.size());
}

}  // namespace

Span Message::SpanOf(const Trailer& trailer, std::string_view part) const {
  const Line& line = lines[trailer.first_line];
  return commitgate::SpanOf(line, IsWithin(part, line.text) ? part : line.text);
}

Message MakeMessage(std::vector<Line> lines) {
  DropBlankEnds(lines);
  Message message;
  message.lines = std::move(lines);
  if (message.lines.empty()) {
    message.title = ParseTitle(Line{{}, {}, 1});
    return message;
  }
  message.title = ParseTitle(message.lines.front());
  message.block = FindTrailers(message.lines);
  message.stray = FindStrayMetadata(message.lines, message.block);
  message.reviewers = FindReviewers(message);
  return message;
}

Message MakeMessage(std::string_view text) {
  return MakeMessage(SplitLines(DropBlankEnds(text)));
}

}  // namespace commitgate
