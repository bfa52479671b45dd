// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validator/message/metadata_keys.h"
#include "validator/repair/joining_words.h"
#include "validator/repair/kept.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"line-after-title"};

/// An editor that breaks lines would not have broken the title before this.
constexpr size_t kTitleWidth = 50;
/// The rest of a title that was broken is shorter.
constexpr size_t kLineWidth = 40;

bool IsMetadataLine(std::string_view line) {
  const auto trailer = ParseTrailerLine(line);
  return trailer && IsMetadataKey(trailer->key);
}

bool IsItem(std::string_view line) {
  return line.starts_with("* ") || line.starts_with("- ");
}

bool StartsSentence(std::string_view line) {
  return !line.empty() && (IsUpper(line.front()) || line.front() == '`');
}

/// Quotes and brackets that the title opens and does not close.
bool IsOpen(std::string_view title) {
  const auto count = [&](char c) { return std::ranges::count(title, c); };
  return count('(') != count(')') || count('[') != count(']') ||
         count('"') % 2 != 0 || count('`') % 2 != 0;
}

/// Whether `title` would have had room for the first word of `next`.
bool HasRoom(std::string_view title, std::string_view next) {
  const std::string_view word = next.substr(0, next.find(' '));
  return Columns(title) + 1 + Columns(word) <= kTitleWidth;
}

/// Whether `next` is surely no rest of the title.
bool StartsBody(const Title& title, std::string_view next) {
  if (IsMetadataLine(next))
    return true;
  const std::string_view line = title.line.text;
  if (EndsInTheMiddle(line) || IsOpen(line))
    return false;
  if (IsItem(next))
    return true;
  if (!StartsSentence(next))
    return false;
  return HasRoom(line, next) || EndsSentence(next) ||
         Columns(next) >= kLineWidth;
}

/// Prose that was never meant to be a title is too long for one.
bool IsTitle(const Broken& broken) {
  return std::ranges::none_of(
      broken.verdict.findings, [](const Finding& finding) {
        return finding.rule == "title-length" && finding.level == Level::kError;
      });
}

std::optional<std::string> Apply(const Broken& broken) {
  const Message& message = broken.message;
  if (message.lines.size() < 2 || message.lines[1].text.empty() ||
      !StartsBody(message.title, message.lines[1].text) || !IsTitle(broken))
    return std::nullopt;
  TextLines lines = LinesOf(message);
  lines.insert(lines.begin() + 1, "");
  return JoinLines(lines);
}

}  // namespace

constinit const RepairStep kBlankLine = {
    .name = "blank-line",
    .summary = "parts the body from the title",
    .rules = kRules,
    .apply = Apply,
    .keeps = KeepsWords,
};

}  // namespace commitgate
