// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/message/commit_reference.h"

namespace commitgate {
namespace {

/// A message with more words is read no further: nobody says so late what is
/// undone.
constexpr size_t kMaxWords = 10'000;

/// A word of the body and the line it stands on.
struct Word {
  const Line* line;
  std::string_view text;
};

void AddWords(const Line& line, std::vector<Word>& words) {
  std::string_view rest = Trim(line.text);
  while (!rest.empty() && words.size() < kMaxWords) {
    const size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    words.push_back({&line, rest.substr(0, end)});
    rest = Trim(rest.substr(end));
  }
}

/// The words of the body that belong to no trailer.
std::vector<Word> BodyWords(const Message& message) {
  std::vector<Word> words;
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
std::string_view Bare(std::string_view word) {
  while (!word.empty() && !IsAlphanumeric(word.back()))
    word.remove_suffix(1);
  if (const size_t at = word.find_last_of("/@"); at != word.npos)
    word.remove_prefix(at + 1);
  while (!word.empty() && !IsAlphanumeric(word.front()))
    word.remove_prefix(1);
  return word;
}

/// Whether `word` says something: a dash does not.
bool HasLetters(std::string_view word) {
  return std::ranges::any_of(
      word, [](char c) { return IsAlphanumeric(c) || (c & 0x80) != 0; });
}

constexpr size_t kOpeningWords = 3;

/// Whether `words` start with "This reverts commit".
bool IsOpening(std::span<const Word> words) {
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

/// How many of `words`, which follow a hash, are git's own as well, such as
/// `(<subject>, <date>)` of `git revert --reference`.
size_t CountClosing(std::span<const Word> words) {
  ptrdiff_t open = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i].text;
    if (open > 0 || word.starts_with('('))
      open += std::ranges::count(word, '(') - std::ranges::count(word, ')');
    else if (!IsCommitHash(Bare(word)) &&
             !std::ranges::binary_search(kClosingWords, Bare(word)))
      return i;
  }
  return words.size();
}

/// What the body of a revert says.
struct Reading {
  /// It names a commit.
  bool has_hash = false;
  /// What stands where the hash of a commit should.
  std::optional<Word> no_hash;
  /// It says more than which commit it undoes.
  bool says_why = false;
};

Reading Read(std::span<const Word> words) {
  Reading reading;
  while (!words.empty()) {
    if (!IsOpening(words)) {
      reading.says_why = reading.says_why || HasLetters(words.front().text);
      words = words.subspan(1);
      continue;
    }
    words = words.subspan(kOpeningWords);
    if (words.empty())
      break;
    if (IsCommitHash(Bare(words.front().text)))
      reading.has_hash = true;
    else if (!reading.no_hash)
      reading.no_hash = words.front();
    words = words.subspan(1);
    words = words.subspan(CountClosing(words));
  }
  return reading;
}

void ReportNoHash(const Word& word, Reporter& reporter) {
  const std::string_view bare = Bare(word.text);
  const std::string_view found = bare.empty() ? word.text : bare;
  reporter.Warning(
      {SpanOf(*word.line, found),
       fmt::format(
           "no hash of a commit, {} to {} hexadecimal digits are wanted",
           CommitReference::kMinHash, CommitReference::kMaxHash),
       std::string(found)});
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Title& title = context.message().title;
  // One to be squashed says it in the commit that it is squashed into.
  if (title.undoing.data() != title.line.text.data() || !title.IsRevert())
    return;
  const Reading reading = Read(BodyWords(context.message()));
  if (!reading.has_hash && reading.no_hash)
    ReportNoHash(*reading.no_hash, reporter);
  else if (!reading.has_hash)
    reporter.Warning({SpanOf(title.line, title.undoing),
                      "revert does not name the commit, 'This reverts commit "
                      "<hash>.' is wanted"});
  if (!reading.says_why)
    reporter.Warning({SpanOf(title.line, title.undoing),
                      "revert does not say why, a reason is wanted"});
}

}  // namespace

constinit const Rule kRevert = {
    .id = "revert",
    .summary = "a revert names the commit that it undoes, and says why",
    .why =
        "The Collaborator Guide asks for the reason.  The line that git writes "
        "lets people and tools find what was undone.",
    .rejected =
        "Revert \"doc: explain how long titles are told\"\n"
        "\n"
        "This reverts commit 5abc.",
    .repaired =
        "Revert \"doc: explain how long titles are told\"\n"
        "\n"
        "This reverts commit 5abcdef0123.\n"
        "\n"
        "The explanation counts bytes, but titles are told by columns.",
    .check = Check,
};

}  // namespace commitgate
