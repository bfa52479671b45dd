// SPDX-License-Identifier: MIT
#include "validator/repair/kept.h"
#include "validator/repair/plain_words.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr bool IsAscii(char c) {
  return (c & 0x80) == 0;
}

constexpr bool IsLower(char c) {
  return IsLetter(c) && !IsUpper(c);
}

constexpr std::string_view kRules[] = {"title-format"};

std::string_view FirstWord(std::string_view text) {
  return text.substr(0, text.find(' '));
}

/// Whether the rule wants `word` in lower case.
bool IsReported(std::string_view word, const Verdict& verdict) {
  for (const Finding& finding : verdict.findings)
    if (finding.rule == kRules[0] && finding.found == word &&
        EqualsIgnoringCase(finding.suggestion, word))
      return true;
  return false;
}

/// Whether `word` may be a part of a name that the word before it is one of
/// too, as in 'Mark Adams'.  Acronyms are none.
bool MayBePartOfName(std::string_view word) {
  if (word.empty())
    return false;
  if (!IsUpper(word.front()))
    return !IsAscii(word.front());
  const std::string_view rest = word.substr(1);
  return rest.empty() || rest.front() == '.' || rest.front() == '\'' ||
         IsLower(rest.front()) || !IsAscii(rest.front());
}

std::optional<std::string> Apply(const Broken& broken) {
  const Title& title = broken.message.title;
  const std::string_view text = Trim(title.text);
  const std::string_view word = FirstWord(text);
  if (word.empty() || !IsPlainWord(word) || !IsReported(word, broken.verdict))
    return std::nullopt;
  if (MayBePartOfName(FirstWord(Trim(text.substr(word.size())))))
    return std::nullopt;
  std::string mended(title.line.text);
  mended[word.data() - title.line.text.data()] = ToLower(word.front());
  return WithTitle(broken.message, std::move(mended));
}

}  // namespace

constinit const RepairStep kTitleCase = {
    .name = "title-case",
    .summary = "starts the title's text in lower case",
    .rules = kRules,
    .apply = Apply,
    .keeps = KeepsLetters,
};

}  // namespace commitgate
