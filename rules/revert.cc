// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "rules/catalog.h"

namespace commitgate {
namespace {

constexpr size_t kMinHash = 7;
constexpr size_t kMaxHash = 64;

/// A word of the body and the line it stands on.
struct Word {
  const Line* line;
  std::string_view text;
};

/// Goes over the words of the body that belong to no trailer.
class BodyWords {
 public:
  explicit BodyWords(const Message& message)
      : message_(message), stray_(message.stray.begin()) {}

  std::optional<Word> Next();

 private:
  bool IsMetadata(size_t index);

  const Message& message_;
  std::vector<Trailer>::const_iterator stray_;
  size_t line_ = 0;
  std::string_view rest_;
};

std::optional<Word> BodyWords::Next() {
  while (rest_.empty()) {
    if (++line_ >= message_.lines.size())
      return std::nullopt;
    if (!IsMetadata(line_))
      rest_ = Trim(message_.lines[line_].text);
  }
  const size_t end = std::min(rest_.find_first_of(" \t"), rest_.size());
  const Word word = {&message_.lines[line_], rest_.substr(0, end)};
  rest_ = Trim(rest_.substr(end));
  return word;
}

bool BodyWords::IsMetadata(size_t index) {
  if (message_.block.Contains(index))
    return true;
  while (stray_ != message_.stray.end() &&
         stray_->first_line + stray_->line_count <= index)
    ++stray_;
  return stray_ != message_.stray.end() && stray_->first_line <= index;
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

bool IsHash(std::string_view word) {
  return word.size() >= kMinHash && word.size() <= kMaxHash &&
         std::ranges::all_of(word, IsHexDigit);
}

constexpr std::array<std::string_view, 3> kOpeningWords = {"This", "reverts",
                                                           "commit"};

/// Git's own words behind the hash of a merge, and what joins several hashes.
constexpr std::array<std::string_view, 6> kClosingWords = {
    "and", "changes", "commit", "made", "reversing", "to"};
static_assert(std::ranges::is_sorted(kClosingWords));

/// What the body of a revert says.
class Reading {
 public:
  explicit Reading(const Message& message);

  /// It names a commit.
  bool has_hash() const { return has_hash_; }
  /// What stands where the hash of a commit should.
  const std::optional<Word>& no_hash() const { return no_hash_; }
  /// It says more than which commit it undoes.
  bool says_why() const { return says_why_; }

 private:
  void ReadText(std::string_view word);
  bool IsOpening(std::string_view word) const;
  void ReadHash(const Word& word);
  bool IsClosing(std::string_view word);

  enum class State { kText, kHash, kClosing };
  State state_ = State::kText;
  /// How many words of kOpeningWords were just read.
  size_t opened_ = 0;
  /// How many of them are open.
  ptrdiff_t parentheses_ = 0;

  bool has_hash_ = false;
  std::optional<Word> no_hash_;
  bool says_why_ = false;
};

Reading::Reading(const Message& message) {
  BodyWords words(message);
  while (const std::optional<Word> word = words.Next()) {
    if (state_ == State::kHash)
      ReadHash(*word);
    else if (state_ == State::kText || !IsClosing(word->text))
      ReadText(word->text);
  }
  says_why_ = says_why_ || opened_ > 0;
}

void Reading::ReadText(std::string_view word) {
  state_ = State::kText;
  if (!IsOpening(word)) {
    says_why_ = says_why_ || HasLetters(word) || opened_ > 0;
    opened_ = 0;
  }
  if (!IsOpening(word))
    return;
  if (++opened_ < kOpeningWords.size())
    return;
  opened_ = 0;
  state_ = State::kHash;
}

bool Reading::IsOpening(std::string_view word) const {
  if (opened_ == 2 && EqualsIgnoringCase(word, "commits"))
    return true;
  return EqualsIgnoringCase(word, kOpeningWords[opened_]);
}

void Reading::ReadHash(const Word& word) {
  state_ = State::kClosing;
  parentheses_ = 0;
  if (IsHash(Bare(word.text)))
    has_hash_ = true;
  else if (!no_hash_)
    no_hash_ = word;
}

/// Whether `word` is git's own as well, such as `(<subject>, <date>)` of
/// `git revert --reference`.
bool Reading::IsClosing(std::string_view word) {
  const bool is_in = parentheses_ > 0 || word.starts_with('(');
  if (is_in)
    parentheses_ +=
        std::ranges::count(word, '(') - std::ranges::count(word, ')');
  return is_in || IsHash(Bare(word)) ||
         std::ranges::binary_search(kClosingWords, Bare(word));
}

void ReportNoHash(const Word& word, Reporter& reporter) {
  const std::string_view bare = Bare(word.text);
  const std::string_view found = bare.empty() ? word.text : bare;
  reporter.Warning(
      {SpanOf(*word.line, found),
       fmt::format(
           "no hash of a commit, {} to {} hexadecimal digits are wanted",
           kMinHash, kMaxHash),
       std::string(found)});
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Title& title = context.message().title;
  // One to be squashed says it in the commit that it is squashed into.
  if (title.undoing.data() != title.line.text.data() || !title.IsRevert())
    return;
  const Reading reading(context.message());
  if (!reading.has_hash() && reading.no_hash())
    ReportNoHash(*reading.no_hash(), reporter);
  else if (!reading.has_hash())
    reporter.Warning({SpanOf(title.line, title.undoing),
                      "revert does not name the commit, 'This reverts commit "
                      "<hash>.' is wanted"});
  if (!reading.says_why())
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
