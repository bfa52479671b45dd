// SPDX-License-Identifier: MIT
#include "validator/repair/kept.h"
#include "validator/repair/plain_words.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"title-format"};

/// Whether the rule wants `word` in lower case.
bool IsReported(std::string_view word, const Verdict& verdict) {
  for (const Finding& finding : verdict.findings)
    if (finding.rule == kRules[0] && finding.found == word &&
        EqualsIgnoringCase(finding.suggestion, word))
      return true;
  return false;
}

std::optional<std::string> Apply(const Broken& broken) {
  const Title& title = broken.message.title;
  const std::string_view text = Trim(title.text);
  const std::string_view word = text.substr(0, text.find(' '));
  if (word.empty() || !IsPlainWord(word) || !IsReported(word, broken.verdict))
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
