// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "validator/message/ascii.h"

namespace commitgate {

/// One line of a text.  Views into the text it was split from.
struct Line {
  /// Without CR and blanks at the end: what rules judge.
  std::string_view text;
  /// As stored, without the line feed: what hygiene looks at.
  std::string_view raw;
  /// 1-based, in the message or in the file it came from.
  int number = 0;
};

/// Where in a message: what every finding carries.
struct Span {
  /// 1-based, as in Line.
  int line = 1;
  /// 1-based, in display columns.
  int column = 1;
  /// In display columns; 0 points at a place rather than at text.
  int length = 0;

  bool operator==(const Span&) const = default;
};

/// What git calls a space (git-compat-util.h): not form feed or vertical tab.
constexpr bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

inline std::string_view TrimEnd(std::string_view text) {
  while (!text.empty() && IsSpace(text.back()))
    text.remove_suffix(1);
  return text;
}

inline std::string_view Trim(std::string_view text) {
  text = TrimEnd(text);
  while (!text.empty() && IsSpace(text.front()))
    text.remove_prefix(1);
  return text;
}

bool AreSameLetters(const char* a, const char* b, size_t size);

/// Compares without regard to the case of ASCII letters.  Most are told apart
/// by their sizes alone.
inline bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  return a.size() == b.size() && AreSameLetters(a.data(), b.data(), a.size());
}

/// Takes a line, without its line feed, off the front of `text`.
std::string_view TakeLine(std::string_view& text);

/// The lines of `text`, numbered from 1.  A line feed at the end starts no
/// further line.
std::vector<Line> SplitLines(std::string_view text);

/// How many columns `text` takes on a terminal when it starts behind `before`
/// columns: the sum over grapheme clusters of the widest code point in each.  A
/// tab ends at the next multiple of 8, an emoji presentation (U+FE0F) and a
/// pair of regional indicators take 2, a byte that is not UTF-8 takes 1 and a
/// control character none.
size_t Columns(std::string_view text, size_t before = 0);

/// How many bytes of `line`, from its start, fit in `columns`: whole clusters.
size_t BytesWithin(std::string_view line, size_t columns);

/// `text` with each tab replaced by the blanks up to its stop.
std::string ExpandTabs(std::string_view text);

/// The place of `part`, which is a view into `line.text`.
Span SpanOf(const Line& line, std::string_view part);

}  // namespace commitgate
