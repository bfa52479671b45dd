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

/// What git's strbuf_stripspace() leaves of the lines that it is given.
class StrippedLines {
 public:
  void Add(std::string_view raw, int number) {
    const std::string_view text = TrimEnd(raw);
    if (!text.empty() || !EndsBlank())
      lines_.push_back({text, text, number});
  }

  std::vector<Line> Take() && {
    if (!lines_.empty() && EndsBlank())
      lines_.pop_back();
    return std::move(lines_);
  }

 private:
  bool EndsBlank() const {
    return lines_.empty() || lines_.back().text.empty();
  }

  std::vector<Line> lines_;
};

std::string_view LastLine(std::string_view text) {
  return text.substr(text.rfind('\n') + 1);
}

char FirstOf(std::string_view line) {
  return line.empty() ? '\0' : line.front();
}

bool IsCandidate(char c) {
  return c != '\0' && kCommentCandidates.find(c) != std::string_view::npos;
}

bool IsScissors(std::string_view line) {
  return IsCandidate(FirstOf(line)) && line.substr(1) == kScissorsLine;
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
  if (cleanup.mode == CleanupMode::kVerbatim)
    return SplitLines(file);
  const bool strips = cleanup.mode == CleanupMode::kStrip;
  StrippedLines stripped;
  for (int number = 1; !file.empty(); ++number) {
    const std::string_view line = TakeLine(file);
    if (!strips || !line.starts_with(cleanup.comment))
      stripped.Add(line, number);
  }
  return std::move(stripped).Take();
}

std::string GuessCommentString(std::string_view file) {
  const std::string_view text = TrimEnd(file);
  const std::string_view last = LastLine(text);
  if (LooksLikeComment(last))
    return std::string(1, last.front());
  // A diff ends the file, and git's own scissors are the last ones: the lines
  // of a diff start otherwise.
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view line = LastLine(rest);
    if (IsScissors(line))
      return std::string(1, line.front());
    rest.remove_suffix(std::min(line.size() + 1, rest.size()));
  }
  return "#";
}

}  // namespace commitgate
