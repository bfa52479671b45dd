// SPDX-License-Identifier: MIT
#include "validator/repair/joining_words.h"

#include <algorithm>
#include <array>

#include "validator/message/ignoring_case.h"

namespace commitgate {
namespace {

/// Words that another one follows, sorted.
constexpr std::array<std::string_view, 50> kJoiningWords{
    "a",    "about",   "after", "all",  "an",     "and",   "any",     "are",
    "as",   "at",      "be",    "been", "before", "being", "between", "both",
    "but",  "by",      "can",   "each", "for",    "from",  "has",     "have",
    "if",   "in",      "into",  "is",   "its",    "of",    "on",      "or",
    "our",  "over",    "some",  "than", "that",   "the",   "their",   "these",
    "this", "to",      "under", "via",  "was",    "were",  "when",    "which",
    "with", "without",
};
static_assert(std::ranges::is_sorted(kJoiningWords));

bool IsJoiningWord(std::string_view word) {
  return std::binary_search(kJoiningWords.begin(), kJoiningWords.end(), word,
                            LessIgnoringCase());
}

}  // namespace

bool EndsInTheMiddle(std::string_view text) {
  if (text.empty() || text.ends_with(',') || text.ends_with('(') ||
      text.ends_with('['))
    return true;
  return IsJoiningWord(text.substr(text.find_last_of(" \t") + 1));
}

bool EndsSentence(std::string_view text) {
  const size_t last = text.find_last_not_of("\"')`");
  return last != text.npos &&
         std::string_view(".!?:").find(text[last]) != text.npos;
}

}  // namespace commitgate
