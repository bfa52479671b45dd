// SPDX-License-Identifier: MIT
#include "validator/message/stray.h"

#include <algorithm>
#include <array>

#include "validator/message/character_set.h"
#include "validator/message/commit_reference.h"
#include "validator/message/github_url.h"
#include "validator/message/metadata_keys.h"

namespace commitgate {
namespace {

/// Words that start a sentence as well.
constexpr std::array<std::string_view, 2> kWords{"Fixes", "Refs"};

constexpr CharacterSet kLetters(IsLetter);
constexpr CharacterSet kGithubNameCharacters(IsGithubNameCharacter);
constexpr CharacterSet kHexDigits(IsHexDigit);

bool StartsSentences(std::string_view key) {
  return std::ranges::any_of(kWords, [&](std::string_view word) {
    return EqualsIgnoringCase(word, key);
  });
}

bool StartsWithUrl(std::string_view value) {
  if (value.starts_with('<'))
    value.remove_prefix(1);
  const size_t scheme = kLetters.RunIn(value);
  return (scheme > 0 && value.substr(scheme).starts_with("://")) ||
         value.starts_with("www.");
}

/// `#12`, `owner/repo#12`
bool StartsWithIssue(std::string_view value) {
  const size_t owner = kGithubNameCharacters.RunIn(value);
  if (owner > 0) {
    value.remove_prefix(owner);
    if (!value.starts_with('/'))
      return false;
    value.remove_prefix(1);
    value.remove_prefix(kGithubNameCharacters.RunIn(value));
  }
  return value.size() > 1 && value[0] == '#' && IsDigit(value[1]);
}

bool StartsWithHash(std::string_view value) {
  const size_t digits = kHexDigits.RunIn(value);
  return IsCommitHash(value.substr(0, digits)) &&
         (digits == value.size() || !IsGithubNameCharacter(value[digits]));
}

bool IsMetadata(const Trailer& trailer) {
  if (!IsMetadataKey(trailer.key))
    return false;
  return !StartsSentences(trailer.key) || StartsWithUrl(trailer.value) ||
         StartsWithIssue(trailer.value) || StartsWithHash(trailer.value);
}

/// Three backticks or more, and none behind them: that would be code on a line.
bool IsFence(const Line& line) {
  if (!line.text.starts_with("```"))
    return false;
  const size_t ticks = line.text.find_first_not_of('`');
  return line.text.find('`', ticks) == std::string_view::npos;
}

/// The line behind the code whose fence is at `opening`; the line behind the
/// fence where the code is not closed.
size_t SkipCode(std::span<const Line> lines, size_t opening) {
  const auto behind = lines.subspan(opening + 1);
  const auto closing = std::ranges::find_if(behind, IsFence);
  if (closing == behind.end())
    return opening + 1;
  return opening + 2 + (closing - behind.begin());
}

}  // namespace

std::vector<Trailer> FindStrayMetadata(std::span<const Line> lines,
                                       const TrailerBlock& block) {
  std::vector<Trailer> stray;
  for (size_t i = 1; i < lines.size();) {
    if (IsFence(lines[i])) {
      i = SkipCode(lines, i);
      continue;
    }
    std::optional<Trailer> trailer;
    if (!block.Contains(i))
      trailer = ParseTrailerLine(lines[i].text);
    if (trailer && IsMetadata(*trailer)) {
      trailer->first_line = i;
      stray.push_back(*trailer);
    }
    ++i;
  }
  return stray;
}

}  // namespace commitgate
