// SPDX-License-Identifier: MIT
#include "validator/message/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstring>

namespace commitgate {
namespace {

constexpr size_t kTabStop = 8;
constexpr utf8proc_int32_t kEmojiPresentation = 0xFE0F;

bool IsPrintableAscii(char c) {
  return c >= ' ' && c <= '~';
}

bool IsAscii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

/// A character of `text` at `offset`; negative where there is none.
struct Character {
  utf8proc_int32_t code_point = -1;
  size_t bytes = 1;
};

Character Decode(std::string_view text, size_t offset) {
  Character character;
  const auto* bytes =
      reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset);
  const utf8proc_ssize_t count = utf8proc_iterate(
      bytes, static_cast<utf8proc_ssize_t>(text.size() - offset),
      &character.code_point);
  if (count < 1)
    return {};
  character.bytes = static_cast<size_t>(count);
  return character;
}

bool IsRegionalIndicator(utf8proc_int32_t code_point) {
  return code_point >= 0x1F1E6 && code_point <= 0x1F1FF;
}

/// What a reader takes for one character.
struct Cluster {
  size_t bytes = 0;
  size_t columns = 0;
};

Cluster NextCluster(std::string_view text, size_t offset) {
  Character last = Decode(text, offset);
  if (last.code_point < 0)
    return {1, 1};
  Cluster cluster;
  utf8proc_int32_t state = 0;
  int regional_indicators = 0;
  while (true) {
    cluster.bytes += last.bytes;
    const int width = last.code_point == kEmojiPresentation
                          ? 2
                          : utf8proc_charwidth(last.code_point);
    cluster.columns = std::max(cluster.columns, static_cast<size_t>(width));
    if (IsRegionalIndicator(last.code_point) && ++regional_indicators == 2)
      cluster.columns = 2;
    if (offset + cluster.bytes == text.size())
      return cluster;
    const Character next = Decode(text, offset + cluster.bytes);
    if (next.code_point < 0 || utf8proc_grapheme_break_stateful(
                                   last.code_point, next.code_point, &state))
      return cluster;
    last = next;
  }
}

/// Printable ASCII from `offset` on, without the last character where what
/// follows may combine with it.
size_t PlainRun(std::string_view text, size_t offset) {
  size_t end = offset;
  while (end < text.size() && IsPrintableAscii(text[end]))
    ++end;
  if (end > offset && end < text.size() && !IsAscii(text[end]))
    --end;
  return end - offset;
}

size_t NextTabStop(size_t column) {
  return (column / kTabStop + 1) * kTabStop;
}

}  // namespace

std::string_view TrimEnd(std::string_view text) {
  while (!text.empty() && IsSpace(text.back()))
    text.remove_suffix(1);
  return text;
}

std::string_view Trim(std::string_view text) {
  text = TrimEnd(text);
  while (!text.empty() && IsSpace(text.front()))
    text.remove_prefix(1);
  return text;
}

bool EqualsIgnoringCase(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ToLower(x) == ToLower(y); });
}

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  // Enough for most messages at once, little for one endless line.
  lines.reserve(std::min<size_t>(text.size() / 32 + 2, 32));
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view raw = text.substr(0, end);
    lines.push_back({TrimEnd(raw), raw, static_cast<int>(lines.size() + 1)});
    text.remove_prefix(std::min(end + 1, text.size()));
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
  return {line.number, static_cast<int>(before) + 1,
          static_cast<int>(Columns(part, before))};
}

}  // namespace commitgate
