// SPDX-License-Identifier: MIT
#include "validator/message/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <climits>
#include <cstdint>
#include <cstring>

#include "validator/message/character.h"

namespace commitgate {
namespace {

constexpr size_t kTabStop = 8;
constexpr uint32_t kEmojiPresentation = 0xFE0F;

bool IsRegionalIndicator(uint32_t code_point) {
  return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

/// What a reader takes for one character.
struct Cluster {
  size_t bytes = 0;
  size_t columns = 0;
};

int Width(uint32_t code_point) {
  return code_point == kEmojiPresentation
             ? 2
             : utf8proc_charwidth(static_cast<utf8proc_int32_t>(code_point));
}

bool BreaksBetween(uint32_t last, uint32_t next, utf8proc_int32_t& state) {
  return utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(last),
                                          static_cast<utf8proc_int32_t>(next),
                                          &state);
}

Cluster NextCluster(std::string_view text, size_t offset) {
  Character last = CharacterAt(text, offset);
  if (!last.code_point)
    return {1, 1};
  Cluster cluster;
  utf8proc_int32_t state = 0;
  int regional_indicators = 0;
  while (true) {
    cluster.bytes += last.bytes;
    cluster.columns =
        std::max(cluster.columns, static_cast<size_t>(Width(*last.code_point)));
    if (IsRegionalIndicator(*last.code_point) && ++regional_indicators == 2)
      cluster.columns = 2;
    if (offset + cluster.bytes == text.size())
      return cluster;
    const Character next = CharacterAt(text, offset + cluster.bytes);
    if (!next.code_point ||
        BreaksBetween(*last.code_point, *next.code_point, state))
      return cluster;
    last = next;
  }
}

/// Printable ASCII from `offset` on, without the last character where what
/// follows may combine with it.
size_t PlainRun(std::string_view text, size_t offset) {
  const size_t run = PrintableRun(text, offset);
  const size_t end = offset + run;
  const bool may_combine = end < text.size() && (text[end] & 0x80) != 0;
  return run > 0 && may_combine ? run - 1 : run;
}

/// Lines of hundreds of megabytes are wider than a span can tell.
int Saturated(size_t columns) {
  return static_cast<int>(std::min<size_t>(columns, INT_MAX));
}

size_t NextTabStop(size_t column) {
  return (column / kTabStop + 1) * kTabStop;
}

size_t CountLines(std::string_view text) {
  return std::ranges::count(text, '\n') + 1;
}

}  // namespace

bool AreSameLetters(const char* a, const char* b, size_t size) {
  // Most that are the same are spelt the same; others differ at once.
  if (size > 0 && a[0] == b[0] && std::memcmp(a, b, size) == 0)
    return true;
  for (size_t i = 0; i < size; ++i)
    if (a[i] != b[i] && ToLower(a[i]) != ToLower(b[i]))
      return false;
  return true;
}

std::string_view TakeLine(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(line.size() + 1, text.size()));
  return line;
}

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  // Enough for most messages at once, little for one endless line.
  lines.reserve(std::min<size_t>(text.size() / 32 + 2, 32));
  while (!text.empty()) {
    // Many: exactly as many as there are, for doubling takes twice the memory.
    if (lines.size() == lines.capacity())
      lines.reserve(lines.size() + CountLines(text));
    const std::string_view raw = TakeLine(text);
    lines.push_back({TrimEnd(raw), raw, static_cast<int>(lines.size() + 1)});
  }
  return lines;
}

size_t Columns(std::string_view text, size_t before) {
  size_t column = before;
  for (size_t offset = 0; offset < text.size();) {
    if (const size_t plain = PlainRun(text, offset)) {
      offset += plain;
      column += plain;
    } else if (text[offset] == '\t') {
      ++offset;
      column = NextTabStop(column);
    } else {
      const Cluster cluster = NextCluster(text, offset);
      offset += cluster.bytes;
      column += cluster.columns;
    }
  }
  return column - before;
}

size_t BytesWithin(std::string_view line, size_t columns) {
  size_t column = 0;
  size_t offset = 0;
  while (offset < line.size()) {
    if (const size_t plain = PlainRun(line, offset)) {
      const size_t fitting = std::min(plain, columns - column);
      offset += fitting;
      column += fitting;
      if (fitting < plain)
        return offset;
      continue;
    }
    Cluster cluster{1, NextTabStop(column) - column};
    if (line[offset] != '\t')
      cluster = NextCluster(line, offset);
    if (column + cluster.columns > columns)
      return offset;
    offset += cluster.bytes;
    column += cluster.columns;
  }
  return offset;
}

std::string ExpandTabs(std::string_view text) {
  std::string expanded;
  size_t column = 0;
  while (true) {
    const size_t tab = std::min(text.find('\t'), text.size());
    expanded += text.substr(0, tab);
    if (tab == text.size())
      return expanded;
    column += Columns(text.substr(0, tab));
    const size_t stop = NextTabStop(column);
    expanded.append(stop - column, ' ');
    column = stop;
    text.remove_prefix(tab + 1);
  }
}

Span SpanOf(const Line& line, std::string_view part) {
  const size_t offset = part.data() ? part.data() - line.text.data() : 0;
  const size_t before = Columns({line.text.data(), offset});
  return {line.number, Saturated(before + 1), Saturated(Columns(part, before))};
}

}  // namespace commitgate
