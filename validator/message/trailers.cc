// SPDX-License-Identifier: MIT
#include "validator/message/trailers.h"

#include <algorithm>
#include <array>

#include "validator/message/character_set.h"
#include "validator/message/cleanup.h"
#include "validator/message/starts_with.h"

namespace commitgate {
namespace {

constexpr char kComment = '#';
constexpr CharacterSet kKeyCharacters(IsTrailerKeyCharacter);
constexpr std::array<std::string_view, 2> kGitGenerated{
    "Signed-off-by: ", "(cherry picked from commit "};

bool IsComment(std::string_view line) {
  return line.starts_with(kComment);
}

bool IsBlank(std::string_view line) {
  return std::ranges::all_of(line, IsSpace);
}

bool IsIndented(std::string_view line) {
  return !line.empty() && IsSpace(line.front());
}

bool IsGitGenerated(std::string_view line) {
  return std::ranges::any_of(kGitGenerated, [&](std::string_view prefix) {
    return StartsWith(line, prefix);
  });
}

/// The lines as git sees them, for which a NUL is the end.
class VisibleLines {
 public:
  explicit VisibleLines(std::span<const Line> lines)
      : lines_(lines), size_(lines.size()) {
    for (size_t i = 0; i < lines.size(); ++i) {
      const size_t nul = lines[i].text.find('\0');
      if (nul == std::string_view::npos)
        continue;
      last_ = lines[i].text.substr(0, nul);
      is_cut_ = nul > 0;
      size_ = is_cut_ ? i + 1 : i;
      return;
    }
  }

  size_t size() const { return size_; }

  std::string_view operator[](size_t i) const {
    return HasLineFeed(i) ? lines_[i].text : last_;
  }

  /// All lines have one but a line cut at a NUL.
  bool HasLineFeed(size_t i) const { return !is_cut_ || i + 1 < size_; }

 private:
  std::span<const Line> lines_;
  size_t size_;
  std::string_view last_;
  bool is_cut_ = false;
};

/// The end of what git considers: a scissors line, or the end of the lines.
size_t FindCut(const VisibleLines& lines) {
  for (size_t i = 0; i < lines.size(); ++i) {
    if (IsComment(lines[i]) && lines[i].substr(1) == kScissorsLine)
      return i;
  }
  return lines.size();
}

/// The end of the message without the run of comments, blank lines and
/// `Conflicts:` lists that ends it: git's ignored_log_message_bytes().
size_t FindEnd(const VisibleLines& lines) {
  const size_t cut = FindCut(lines);
  // As for git, 0 stands for no run: one cannot start with the first line.
  size_t run = 0;
  bool in_conflicts = false;
  for (size_t i = 0; i < cut; ++i) {
    const std::string_view line = lines[i];
    const bool starts_conflicts = line == "Conflicts:" && lines.HasLineFeed(i);
    if (line.empty() || IsComment(line) || starts_conflicts) {
      in_conflicts = in_conflicts || starts_conflicts;
      if (run == 0)
        run = i;
    } else if (!(in_conflicts && line.front() == '\t')) {
      run = 0;
      in_conflicts = false;
    }
  }
  return run > 0 ? run : cut;
}

size_t FindTitleEnd(const VisibleLines& lines, size_t end) {
  size_t i = 0;
  while (i < end && (IsComment(lines[i]) || !IsBlank(lines[i])))
    ++i;
  return i;
}

/// What the lines of a paragraph are, counted from its end.
struct Tally {
  size_t trailers = 0;
  size_t others = 0;
  /// Indented lines that belong to whatever is above them.
  size_t continuations = 0;
  bool has_git_generated = false;

  void Add(std::string_view line) {
    if (IsComment(line)) {
      AddOthers(0);
    } else if (IsGitGenerated(line)) {
      has_git_generated = true;
      AddTrailer();
    } else if (ParseTrailerLine(line)) {
      AddTrailer();
    } else if (IsIndented(line)) {
      ++continuations;
    } else {
      AddOthers(1);
    }
  }

  void AddTrailer() {
    ++trailers;
    continuations = 0;
  }

  void AddOthers(size_t count) {
    others += count + continuations;
    continuations = 0;
  }

  /// Once the whole paragraph was added.
  bool IsBlock() const {
    const size_t all_others = others + continuations;
    if (has_git_generated && trailers * 3 >= all_others)
      return true;
    return trailers > 0 && all_others == 0;
  }
};

/// The last paragraph, without what git ignores at the end.
struct Paragraph {
  size_t begin = 0;
  size_t end = 0;
  bool is_block = false;
  size_t trailers = 0;
};

Paragraph FindLastParagraph(const VisibleLines& lines) {
  const size_t end = FindEnd(lines);
  const size_t title_end = FindTitleEnd(lines, end);
  Tally tally;
  bool only_blanks = true;
  for (size_t i = end; i > title_end; --i) {
    const std::string_view line = lines[i - 1];
    if (IsComment(line) || !IsBlank(line)) {
      tally.Add(line);
      only_blanks = only_blanks && IsComment(line);
    } else if (!only_blanks) {
      return {i, end, tally.IsBlock(), tally.trailers};
    }
  }
  return {end, end, false};
}

/// Appends to `value` the continuation lines [first, last), each behind one
/// space, as `%(trailers:unfold)` does.
std::string Unfold(std::string_view value, const VisibleLines& lines,
                   size_t first, size_t last) {
  std::string unfolded(value);
  for (size_t i = first; i < last; ++i) {
    std::string_view line = lines[i];
    while (IsIndented(line))
      line.remove_prefix(1);
    unfolded += ' ';
    unfolded += line;
  }
  return std::string(Trim(unfolded));
}

/// Adds `trailer`, which takes the lines [first, last).
void AddTrailer(Trailer trailer, const VisibleLines& lines, size_t first,
                size_t last, TrailerBlock& block) {
  trailer.first_line = first;
  trailer.line_count = last - first;
  if (trailer.line_count > 1) {
    block.unfolded.push_front(Unfold(trailer.value, lines, first + 1, last));
    trailer.value = block.unfolded.front();
  }
  block.trailers.push_back(trailer);
}

/// What follows a key must set it off, or any `a::b` would look like one.
std::string_view KeyLike(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == std::string_view::npos || IsIndented(line))
    return {};
  const std::string_view after = line.substr(colon + 1);
  if (!after.empty() && !IsSpace(after.front()))
    return {};
  return TrimEnd(line.substr(0, colon));
}

/// A key such as `Reviewed_By` or `BREAKING CHANGE`, rather than a sentence.
bool HasBadKey(std::string_view line) {
  constexpr int kMostWords = 3;
  const std::string_view key = KeyLike(line);
  if (key.empty())
    return false;
  if (key.find_first_of(" \t") == std::string_view::npos)
    return true;
  int words = 0;
  for (size_t i = 0; i < key.size(); ++i) {
    const bool starts_word = i == 0 || IsSpace(key[i - 1]);
    if (!starts_word || IsSpace(key[i]))
      continue;
    if (++words > kMostWords || key[i] < 'A' || key[i] > 'Z')
      return false;
  }
  return true;
}

/// The first line of `paragraph` that keeps it from being a block.
NoTrailer FindProse(const VisibleLines& lines, const Paragraph& paragraph,
                    size_t fallback) {
  bool continues = false;
  for (size_t i = paragraph.begin; i < paragraph.end; ++i) {
    const std::string_view line = lines[i];
    if (continues && IsIndented(line))
      continue;
    continues = IsGitGenerated(line) || ParseTrailerLine(line);
    if (continues || IsComment(line))
      continue;
    return {HasBadKey(line) ? NoTrailer::Why::kBadKey : NoTrailer::Why::kProse,
            i};
  }
  return {NoTrailer::Why::kProse, fallback};
}

/// Where git stops reading: a scissors line, or the line with a NUL.
size_t FindCutOff(std::span<const Line> all, const VisibleLines& lines) {
  const size_t scissors = FindCut(lines);
  if (scissors < lines.size())
    return scissors;
  const auto has_nul = [](const Line& line) {
    return line.text.find('\0') != std::string_view::npos;
  };
  return std::ranges::find_if(all, has_nul) - all.begin();
}

}  // namespace

std::optional<Trailer> ParseTrailerLine(std::string_view line) {
  const size_t key = kKeyCharacters.RunIn(line);
  size_t colon = key;
  while (colon < line.size() && (line[colon] == ' ' || line[colon] == '\t'))
    ++colon;
  if (key == 0 || colon == line.size() || line[colon] != ':')
    return std::nullopt;
  return Trailer{line.substr(0, key), Trim(line.substr(colon + 1))};
}

TrailerBlock FindTrailers(std::span<const Line> lines) {
  TrailerBlock block;
  const VisibleLines visible(lines);
  const Paragraph paragraph = FindLastParagraph(visible);
  if (!paragraph.is_block)
    return block;
  block.begin = paragraph.begin;
  block.end = paragraph.end;
  block.trailers.reserve(paragraph.trailers);
  for (size_t first = block.begin; first < block.end;) {
    size_t last = first + 1;
    if (const auto trailer = ParseTrailerLine(visible[first])) {
      while (last < block.end && IsIndented(visible[last]))
        ++last;
      AddTrailer(*trailer, visible, first, last, block);
    }
    first = last;
  }
  return block;
}

NoTrailer WhyNoTrailer(std::span<const Line> lines, const TrailerBlock& block,
                       size_t line) {
  const VisibleLines visible(lines);
  const size_t cut_off = FindCutOff(lines, visible);
  if (line >= cut_off)
    return {NoTrailer::Why::kCutOff, cut_off};
  if (line < FindTitleEnd(visible, visible.size()))
    return {NoTrailer::Why::kTitle, 0};
  Paragraph paragraph{block.begin, block.end, true};
  if (block.trailers.empty())
    paragraph = FindLastParagraph(visible);
  if (line >= paragraph.begin)
    return FindProse(visible, paragraph, line);
  size_t blank = line;
  while (blank < paragraph.begin && !IsBlank(visible[blank]))
    ++blank;
  return {NoTrailer::Why::kBlankLine, blank};
}

}  // namespace commitgate
