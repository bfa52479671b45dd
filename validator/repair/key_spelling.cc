// SPDX-License-Identifier: MIT
#include "validator/repair/kept.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRefsUrl = "refs-url";
constexpr std::string_view kTrailerSpelling = "trailer-spelling";
constexpr std::string_view kRules[] = {kRefsUrl, kTrailerSpelling};

/// The other findings of refs-url are about values.
bool IsAboutKey(const Finding& finding) {
  if (finding.rule == kTrailerSpelling)
    return !finding.suggestion.empty();
  return finding.rule == kRefsUrl && finding.suggestion == "Refs";
}

/// Whether the text of `line` starts with `key` and a colon.  An item of a list
/// may start so as well.
bool HasKey(std::string_view line, std::string_view key) {
  return line.starts_with(key) && IsAlphanumeric(key.front()) &&
         Trim(line.substr(key.size())).starts_with(':');
}

std::optional<std::string> Apply(const Broken& broken) {
  const Message& message = broken.message;
  const std::vector<bool> fenced = FencedLines(message);
  TextLines lines = LinesOf(message);
  bool changed = false;
  for (const Finding& finding : broken.verdict.findings) {
    const size_t at = LineIndex(message, finding);
    if (!IsAboutKey(finding) || at >= lines.size() || fenced[at])
      continue;
    const Line& line = message.lines[at];
    if (!HasKey(line.text, finding.found))
      continue;
    lines[at] = WithPart(line, line.text.substr(0, line.text.find(':')),
                         finding.suggestion);
    changed = true;
  }
  if (!changed)
    return std::nullopt;
  return JoinLines(lines);
}

}  // namespace

constinit const RepairStep kKeySpelling = {
    .name = "key-spelling",
    .summary = "spells the keys of metadata as the guide spells them",
    .rules = kRules,
    .apply = Apply,
    .keeps = KeepsAllButKeys,
};

}  // namespace commitgate
