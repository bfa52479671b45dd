// SPDX-License-Identifier: MIT
#include <algorithm>
#include <iterator>
#include <vector>

#include <fmt/core.h>

#include "rules/catalog.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"max", Option::Kind::kNumber, "72",
     "longest line of the body accepted, in columns"},
    {"trailer-max", Option::Kind::kNumber, "120",
     "longest line of a trailer accepted, in columns"},
    {"on-revert", Option::Kind::kChoice, "error",
     "level for the revert of a commit", "error warning off"},
};

/// A word that starts so early would not fit on a line of its own either.
constexpr size_t kMaxIndent = 12;

/// Whether one of `trailers`, sorted by line, has the line with this index.
bool HasLine(const std::vector<Trailer>& trailers, size_t index) {
  const auto next =
      std::ranges::upper_bound(trailers, index, {}, &Trailer::first_line);
  if (next == trailers.begin())
    return false;
  const Trailer& trailer = *std::prev(next);
  return index < trailer.first_line + trailer.line_count;
}

bool IsQuoted(std::string_view line) {
  return line.starts_with("    ") || line.starts_with('\t') ||
         line.starts_with('>');
}

bool IsUrl(std::string_view word) {
  const size_t colon = word.find("://");
  return colon != word.npos && colon > 0;
}

/// Scripts with wide characters are broken between any two of them.
bool HasWideCharacters(std::string_view text) {
  const auto starts_character = [](char c) { return (c & 0xc0) != 0x80; };
  return Columns(text) >
         static_cast<size_t>(std::ranges::count_if(text, starts_character));
}

/// Whether `line` cannot be broken so that its end from `limit` bytes on fits:
/// what sticks out is a URL, or a word that would hardly move.
bool IsUnbreakable(std::string_view line, size_t limit) {
  constexpr std::string_view kBlanks = " \t";
  if (Trim(line.substr(limit)).find_first_of(kBlanks) != line.npos)
    return false;
  const size_t start = line.find_last_of(kBlanks) + 1;
  const std::string_view word = line.substr(start);
  if (IsUrl(word))
    return true;
  return Columns(line.substr(0, start)) <= kMaxIndent &&
         !HasWideCharacters(word);
}

/// Most lines are told without counting: only tabs take more columns than
/// bytes.
bool IsSurelyShort(std::string_view line, size_t max) {
  return line.size() <= max && line.find('\t') == line.npos;
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  const Message& message = context.message();
  const Level level = message.title.IsRevert()
                          ? settings.ChosenLevel("on-revert")
                          : Level::kError;
  const size_t body_max = settings.Number("max");
  const size_t trailer_max = settings.Number("trailer-max");
  const size_t least_max = std::min(body_max, trailer_max);
  for (size_t i = 1; i < message.lines.size(); ++i) {
    const Line& line = message.lines[i];
    if (IsSurelyShort(line.text, least_max) || IsQuoted(line.text))
      continue;
    const bool is_trailer =
        HasLine(message.block.trailers, i) || HasLine(message.stray, i);
    const size_t max = is_trailer ? trailer_max : body_max;
    const size_t fitting = BytesWithin(line.text, max);
    if (fitting == line.text.size() || IsUnbreakable(line.text, fitting))
      continue;
    const std::string_view rest = line.text.substr(fitting);
    reporter.Add(level, {SpanOf(line, rest),
                         fmt::format("{} is {} columns long, limit is {}",
                                     is_trailer ? "trailer" : "line",
                                     Columns(line.text), max),
                         std::string(rest)});
  }
}

}  // namespace

constinit const Rule kLineLength = {
    .id = "line-length",
    .summary = "the lines of the body fit in a fixed number of columns",
    .why =
        "The contributing guide asks for 72 columns, so that logs can be read "
        "on any terminal.  Quotes, and lines that end in a URL or another "
        "word that cannot be broken, are free.",
    .options = kOptions,
    .rejected =
        "doc: explain how long titles are told\n"
        "\n"
        "What is counted are the columns that a line takes on a terminal, not "
        "its bytes.",
    .repaired =
        "doc: explain how long titles are told\n"
        "\n"
        "What is counted are the columns that a line takes on a terminal,\n"
        "not its bytes.",
    .check = Check,
};

}  // namespace commitgate
