// SPDX-License-Identifier: MIT
#include "validator/report/excerpt.h"

#include <algorithm>

#include "validator/message/hazard.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// How much of a line that is cut is shown in front of the culprit.
constexpr size_t Lead(size_t width) {
  return width * 2 / 5;
}

/// How many characters are shown of each part: those without any width could
/// go on for ever.
constexpr size_t kMostCharacters = 200;
/// How far into a line culprits are looked for, in bytes.
constexpr size_t kMostBytes = 1 << 16;
constexpr std::string_view kCut = "...";

/// Byte offsets into a line: what is shown, and in it what is pointed at.
struct Window {
  size_t begin;
  size_t culprit;
  size_t culprit_end;
  size_t end;
};

/// Where the run of characters without width that ends at `offset` begins: a
/// column cannot tell them apart.
size_t BeforeHidden(std::string_view text, size_t offset) {
  for (size_t steps = 0; offset > 0 && steps < kMostCharacters; ++steps) {
    size_t begin = offset - 1;
    while (begin > 0 && offset - begin < 4 && (text[begin] & 0xC0) == 0x80)
      --begin;
    const std::string_view last = text.substr(begin, offset - begin);
    const bool is_hidden =
        last != "\t" && Columns(last) == 0 &&
        HazardOf(CharacterAt(last, 0), last, 0) != Hazard::kNone;
    if (!is_hidden)
      return offset;
    offset = begin;
  }
  return offset;
}

Window FindWindow(std::string_view text, const Span& span, size_t width) {
  const size_t lead = Lead(width);
  const size_t length = std::max(span.length, 0);
  const size_t behind_hidden = BytesWithin(text, std::max(span.column, 1) - 1);
  const size_t column = Columns(text.substr(0, behind_hidden));
  const size_t shown_length = std::min(length, width - lead);
  const size_t first = column + shown_length <= width ? 0 : column - lead;

  Window window{};
  window.culprit = BeforeHidden(text, behind_hidden);
  window.begin = std::min(BytesWithin(text, first), window.culprit);
  window.end = std::max(BytesWithin(text, first + width), behind_hidden);
  window.culprit_end =
      length == 0 ? behind_hidden
                  : std::min(BytesWithin(text, column + length), window.end);
  return window;
}

/// Tabs become blanks, anything else as Printable() has it.
void Append(std::string_view text, std::string& line) {
  for (;;) {
    const size_t tab = std::min(text.find('\t'), text.size());
    line += Printable(text.substr(0, tab), kMostCharacters);
    if (tab == text.size())
      return;
    line.append(Columns("\t", Columns(line)), ' ');
    text.remove_prefix(tab + 1);
  }
}

}  // namespace

std::optional<Excerpt> MakeExcerpt(const Line& line, const Span& span,
                                   size_t width) {
  // What is behind the text, as a blank at the end, is only in the raw line.
  const std::string_view raw = line.raw.substr(0, kMostBytes);
  const bool is_behind =
      BytesWithin(raw, std::max(span.column, 1)) > line.text.size();
  const std::string_view text =
      is_behind ? raw : line.text.substr(0, kMostBytes);
  const Window window = FindWindow(text, span, width);
  if (window.culprit == kMostBytes)
    return std::nullopt;
  const auto part = [&](size_t begin, size_t end) {
    return text.substr(begin, end - begin);
  };

  Excerpt excerpt;
  if (window.begin > 0)
    excerpt.line = kCut;
  Append(part(window.begin, window.culprit), excerpt.line);
  const size_t before = Columns(excerpt.line);
  Append(part(window.culprit, window.culprit_end), excerpt.line);
  const size_t behind = Columns(excerpt.line);
  Append(part(window.culprit_end, window.end), excerpt.line);
  if (window.end < text.size())
    excerpt.line += kCut;

  excerpt.pointer = std::string(before, ' ') + '^';
  if (behind > before + 1)
    excerpt.pointer.append(behind - before - 1, '~');
  return excerpt;
}

}  // namespace commitgate
