// SPDX-License-Identifier: MIT
#include "rules/revert_body.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>

#include "validator/message/commit_reference.h"

namespace commitgate {
namespace {

/// A message with more words is read no further: nobody says so late what is
/// undone.
constexpr size_t kMaxWords = 10'000;

using Words = std::span<const BodyWord>;

void AddWords(const Line& line, std::vector<BodyWord>& words) {
  std::string_view rest = Trim(line.text);
  while (!rest.empty() && words.size() < kMaxWords) {
    const size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    words.push_back({&line, rest.substr(0, end)});
    rest = Trim(rest.substr(end));
  }
}

/// The words of the body that belong to no trailer.
std::vector<BodyWord> BodyWords(const Message& message) {
  std::vector<BodyWord> words;
  auto stray = message.stray.begin();
  for (size_t i = 1; i < message.lines.size(); ++i) {
    while (stray != message.stray.end() &&
           stray->first_line + stray->line_count <= i)
      ++stray;
    const bool is_stray =
        stray != message.stray.end() && stray->first_line <= i;
    if (!is_stray && !message.block.Contains(i))
      AddWords(message.lines[i], words);
  }
  return words;
}

/// `word` without the punctuation around it and the URL before it.
BodyWord Bare(const BodyWord& word) {
  std::string_view text = word.text;
  while (!text.empty() && !IsAlphanumeric(text.back()))
    text.remove_suffix(1);
  if (const size_t at = text.find_last_of("/@"); at != text.npos)
    text.remove_prefix(at + 1);
  while (!text.empty() && !IsAlphanumeric(text.front()))
    text.remove_prefix(1);
  return {word.line, text};
}

/// Whether `word` says something: a dash does not.
bool HasLetters(std::string_view word) {
  return std::ranges::any_of(
      word, [](char c) { return IsAlphanumeric(c) || (c & 0x80) != 0; });
}

constexpr size_t kOpeningWords = 3;

/// Whether `words` start with "This reverts commit".
bool IsOpening(Words words) {
  return words.size() >= kOpeningWords &&
         EqualsIgnoringCase(words[0].text, "This") &&
         EqualsIgnoringCase(words[1].text, "reverts") &&
         (EqualsIgnoringCase(words[2].text, "commit") ||
          EqualsIgnoringCase(words[2].text, "commits"));
}

/// Git's own words behind the hash of a merge, and what joins several hashes.
constexpr std::array<std::string_view, 6> kClosingWords = {
    "and", "changes", "commit", "made", "reversing", "to"};
static_assert(std::ranges::is_sorted(kClosingWords));

/// Takes off `words`, which follow a hash, what are git's own as well, such as
/// `(<subject>, <date>)` of `git revert --reference`.  Adds further hashes to
/// `hashes`.
void TakeClosing(Words& words, std::vector<BodyWord>& hashes) {
  ptrdiff_t open = 0;
  for (; !words.empty(); words = words.subspan(1)) {
    const std::string_view word = words.front().text;
    const BodyWord bare = Bare(words.front());
    if (open > 0 || word.starts_with('('))
      open += std::ranges::count(word, '(') - std::ranges::count(word, ')');
    else if (IsCommitHash(bare.text))
      hashes.push_back(bare);
    else if (!std::ranges::binary_search(kClosingWords, bare.text))
      return;
  }
}

/// Takes off `words` the sentence that names what is undone, of which the
/// opening is gone.
void TakeNames(Words& words, RevertBody& body) {
  if (words.empty())
    return;
  const BodyWord bare = Bare(words.front());
  if (IsCommitHash(bare.text))
    body.hashes.push_back(bare);
  else if (!body.no_hash)
    body.no_hash = bare.text.empty() ? words.front() : bare;
  words = words.subspan(1);
  TakeClosing(words, body.hashes);
}

}  // namespace

RevertBody ReadRevertBody(const Message& message) {
  const std::vector<BodyWord> all = BodyWords(message);
  RevertBody body;
  for (Words words = all; !words.empty();) {
    if (IsOpening(words)) {
      words = words.subspan(kOpeningWords);
      TakeNames(words, body);
    } else {
      body.says_why = body.says_why || HasLetters(words.front().text);
      words = words.subspan(1);
    }
  }
  return body;
}

}  // namespace commitgate
