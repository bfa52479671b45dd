// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/engine/quoted.h"

namespace commitgate {
namespace {

constexpr std::string_view kEllipsis = "\u2026";

bool EndsWithEtc(std::string_view text) {
  if (!text.ends_with("etc."))
    return false;
  return text.size() == 4 || !IsAlphanumeric(text[text.size() - 5]);
}

/// `part` of the title as a report with what is wrong about it.
Reporter::Report At(const Title& title, std::string_view part,
                    std::string message, std::string suggestion = {}) {
  return {SpanOf(title.line, part), std::move(message), std::string(part),
          std::move(suggestion)};
}

void CheckEnd(const Title& title, Reporter& reporter) {
  const std::string_view core = TrimEnd(title.core);
  if (core.ends_with(kEllipsis)) {
    reporter.Warning(At(title, core.substr(core.size() - kEllipsis.size()),
                        "title ends with an ellipsis, say it in full"));
    return;
  }
  if (EndsWithEtc(core)) {
    reporter.Warning(At(title, core.substr(core.size() - 4),
                        "title ends with 'etc.', say it in full"));
    return;
  }
  const size_t last = core.find_last_not_of(".?!");
  const std::string_view end = core.substr(last == core.npos ? 0 : last + 1);
  if (end.empty())
    return;
  if (end.ends_with("...")) {
    reporter.Warning(
        At(title, end, "title ends with an ellipsis, say it in full"));
    return;
  }
  reporter.Error(
      At(title, end,
         fmt::format("title ends with {}, no punctuation is wanted there",
                     Quoted(end))));
}

void CheckStart(const Title& title, Reporter& reporter) {
  const std::string_view line = title.line.text;
  const size_t blanks = std::min(line.find_first_not_of(' '), line.size());
  if (blanks > 0)
    reporter.Error(At(title, line.substr(0, blanks),
                      "blank before the title, none is wanted"));
}

void CheckBeforeColon(const Title& title, Reporter& reporter) {
  const size_t kept = TrimEnd(title.prefix).size();
  if (!title.has_colon || kept == 0 || kept == title.prefix.size())
    return;
  const size_t colon = title.prefix.size() + 1 - kept;
  reporter.Error(At(title, title.core.substr(kept, colon),
                    "blank before the colon, none is wanted", ":"));
}

void CheckAfterColon(const Title& title, Reporter& reporter) {
  // A title that starts with its colon lacks more than a space.
  if (title.prefix.empty() || title.text.empty() || title.text[0] == ' ')
    return;
  reporter.Error(At(title, title.core.substr(title.prefix.size(), 1),
                    "no space after the colon, one is wanted", ": "));
}

/// Looks at the whole line: blanks before ` (#N)` are not in the core.
void CheckSpaces(const Title& title, Reporter& reporter) {
  const std::string_view line = title.line.text;
  std::string_view first;
  size_t count = 0;
  const size_t start = std::min(line.find_first_not_of(' '), line.size());
  for (size_t at = line.find("  ", start); at != line.npos;
       at = line.find("  ", at)) {
    const size_t end = std::min(line.find_first_not_of(' ', at), line.size());
    if (++count == 1)
      first = line.substr(at, end - at);
    at = end;
  }
  if (count == 0)
    return;
  const std::string more =
      count == 1 ? "" : fmt::format(" (and {} more)", count - 1);
  reporter.Error(At(
      title, first,
      fmt::format("{} consecutive spaces{}, one is wanted", first.size(), more),
      " "));
}

constexpr bool MarksName(char c) {
  return IsUpper(c) || IsDigit(c) || c == '_' || c == '(' || c == '/';
}

/// `Node.js`, but not the end of a sentence.
bool HasInnerDot(std::string_view word) {
  for (size_t i = 1; i + 1 < word.size(); ++i)
    if (word[i] == '.' && IsAlphanumeric(word[i + 1]))
      return true;
  return false;
}

/// An acronym, an identifier or another name keeps its capital.
bool IsName(std::string_view word) {
  return std::ranges::any_of(word.substr(1), MarksName) || HasInnerDot(word) ||
         word.find("::") != word.npos;
}

void CheckFirstWord(const Title& title, Reporter& reporter) {
  if (!title.has_colon)
    return;
  const std::string_view text = Trim(title.text);
  const std::string_view word = text.substr(0, text.find(' '));
  if (word.empty() || !IsUpper(word[0]) || IsName(word))
    return;
  std::string lower(word);
  lower[0] = ToLower(lower[0]);
  reporter.Error(At(title, word,
                    fmt::format("first word {} is capitalized, lower case "
                                "is wanted",
                                Quoted(word)),
                    lower));
}

void Check(const Context& context, const Settings&, Reporter& reporter) {
  const Title& title = context.message().title;
  CheckStart(title, reporter);
  CheckBeforeColon(title, reporter);
  CheckAfterColon(title, reporter);
  CheckSpaces(title, reporter);
  CheckFirstWord(title, reporter);
  CheckEnd(title, reporter);
}

}  // namespace

constinit const Rule kTitleFormat = {
    .id = "title-format",
    .summary = "the title reads 'subsystem: text', lower-case and unpunctuated",
    .why =
        "The contributing guide asks for a title in lower case but for names, "
        "without a full stop.  Titles of one form are easy to scan and to "
        "sort into change logs.",
    .rejected = "doc : Explain how long titles are told.",
    .repaired = "doc: explain how long titles are told",
    .check = Check,
};

}  // namespace commitgate
