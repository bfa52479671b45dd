// SPDX-License-Identifier: MIT
#include "validator/message/cleanup.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace commitgate {
namespace {

/// What git picks from under `core.commentChar=auto`.
constexpr std::string_view kCommentCandidates = "#;@!$%^&|:";

/// `file` up to the scissors line, as git's wt_status_locate_end() finds it:
/// at the start of a line, but never behind a NUL.
std::string_view CutAtScissors(std::string_view file,
                               const std::string& comment) {
  const std::string scissors = comment + std::string(kScissorsLine) + '\n';
  const std::string_view text = file.substr(0, file.find('\0'));
  if (text.starts_with(scissors))
    return file.substr(0, 0);
  const size_t cut = text.find("\n" + scissors);
  return cut == std::string_view::npos ? file : file.substr(0, cut + 1);
}

bool IsBlank(const Line& line) {
  return line.text.empty();
}

/// Git's strbuf_stripspace().
std::vector<Line> StripSpace(std::span<const Line> lines) {
  std::vector<Line> kept;
  for (Line line : lines) {
    line.raw = line.text;
    const bool repeats = kept.empty() || IsBlank(kept.back());
    if (!IsBlank(line) || !repeats)
      kept.push_back(line);
  }
  if (!kept.empty() && IsBlank(kept.back()))
    kept.pop_back();
  return kept;
}

char FirstOf(std::string_view line) {
  return line.empty() ? '\0' : line.front();
}

bool IsCandidate(char c) {
  return c != '\0' && kCommentCandidates.find(c) != std::string_view::npos;
}

bool IsScissors(const Line& line) {
  return IsCandidate(FirstOf(line.raw)) && line.raw.substr(1) == kScissorsLine;
}

/// Git's own comments: the character alone, or a blank or tab behind it.
bool LooksLikeComment(std::string_view line) {
  return IsCandidate(FirstOf(line)) &&
         (line.size() == 1 || line[1] == ' ' || line[1] == '\t');
}

}  // namespace

std::optional<CleanupMode> ParseCleanupMode(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, CleanupMode>, 4> kNames{{
      {"verbatim", CleanupMode::kVerbatim},
      {"whitespace", CleanupMode::kWhitespace},
      {"strip", CleanupMode::kStrip},
      {"scissors", CleanupMode::kScissors},
  }};
  for (const auto& [known, mode] : kNames) {
    if (known == name)
      return mode;
  }
  return std::nullopt;
}

std::vector<Line> CleanUp(std::string_view file, const Cleanup& cleanup) {
  if (cleanup.cut_at_scissors || cleanup.mode == CleanupMode::kScissors)
    file = CutAtScissors(file, cleanup.comment);
  std::vector<Line> lines = SplitLines(file);
  if (cleanup.mode == CleanupMode::kVerbatim)
    return lines;
  if (cleanup.mode == CleanupMode::kStrip) {
    std::erase_if(lines, [&](const Line& line) {
      return line.raw.starts_with(cleanup.comment);
    });
  }
  return StripSpace(lines);
}

std::string GuessCommentString(std::string_view file) {
  const std::vector<Line> lines = SplitLines(TrimEnd(file));
  if (!lines.empty() && LooksLikeComment(lines.back().text))
    return std::string(1, lines.back().text.front());
  // A diff ends the file, and git's own scissors are the last ones: the lines
  // of a diff start otherwise.
  const auto scissors = std::find_if(lines.rbegin(), lines.rend(), IsScissors);
  if (scissors == lines.rend())
    return "#";
  return std::string(1, scissors->raw.front());
}

}  // namespace commitgate
