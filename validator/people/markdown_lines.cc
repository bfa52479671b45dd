// SPDX-License-Identifier: MIT
#include "validator/people/markdown_lines.h"

#include <algorithm>

namespace commitgate {
namespace {

/// Without up to three blanks at the start; with four, a line is code.
std::string_view WithoutIndent(std::string_view line) {
  const size_t indent = std::min(line.find_first_not_of(' '), line.size());
  return indent > 3 ? std::string_view() : line.substr(indent);
}

size_t CountAtStart(std::string_view text, char c) {
  return std::min(text.find_first_not_of(c), text.size());
}

/// The run of characters that a line opens a block of code with, or nothing.
std::string_view FenceOf(std::string_view line) {
  constexpr size_t kShortest = 3;
  line = WithoutIndent(line);
  if (!line.starts_with('`') && !line.starts_with('~'))
    return {};
  const size_t length = CountAtStart(line, line.front());
  if (length < kShortest)
    return {};
  const bool is_code_in_text =
      line.starts_with('`') && line.find('`', length) != line.npos;
  return is_code_in_text ? std::string_view() : line.substr(0, length);
}

bool Closes(std::string_view line, std::string_view fence) {
  line = WithoutIndent(line);
  return line.starts_with(fence) &&
         CountAtStart(line, fence.front()) == line.size();
}

/// Tells the lines of a text, in their order, that are seen.
class Reader {
 public:
  bool Shows(std::string_view line) {
    if (!fence_.empty()) {
      if (Closes(line, fence_))
        fence_ = {};
      return false;
    }
    if (!in_comment_ && !WithoutIndent(line).starts_with("<!--")) {
      fence_ = FenceOf(line);
      return fence_.empty();
    }
    in_comment_ = line.find("-->") == line.npos;
    return false;
  }

 private:
  std::string_view fence_;
  bool in_comment_ = false;
};

/// Of a bullet, or of a number with a full stop or parenthesis; 0: there is
/// none.
size_t MarkerSize(std::string_view line) {
  constexpr size_t kMostDigits = 9;
  if (!line.empty() && std::string_view("*-+").find(line[0]) != line.npos)
    return 1;
  const size_t digits = line.find_first_not_of("0123456789");
  const bool is_number =
      digits != line.npos && digits > 0 && digits <= kMostDigits;
  return is_number && (line[digits] == '.' || line[digits] == ')') ? digits + 1
                                                                   : 0;
}

}  // namespace

std::vector<Line> VisibleLines(std::string_view markdown) {
  std::vector<Line> lines = SplitLines(markdown);
  Reader reader;
  for (Line& line : lines)
    if (!reader.Shows(line.text))
      line.text = {};
  return lines;
}

std::string_view HeadingOf(std::string_view line) {
  constexpr size_t kDeepest = 6;
  line = WithoutIndent(line);
  const size_t level = CountAtStart(line, '#');
  if (level == 0 || level > kDeepest || level == line.size() ||
      !IsSpace(line[level]))
    return {};
  const std::string_view heading = Trim(line.substr(level));
  const size_t end = heading.find_last_not_of('#') + 1;
  const bool is_closed = end == 0 || IsSpace(heading[end - 1]);
  return is_closed ? TrimEnd(heading.substr(0, end)) : heading;
}

std::string_view ItemOf(std::string_view line) {
  line = WithoutIndent(line);
  const size_t marker = MarkerSize(line);
  if (marker == 0 || line.size() == marker || !IsSpace(line[marker]))
    return {};
  return Trim(line.substr(marker));
}

}  // namespace commitgate
