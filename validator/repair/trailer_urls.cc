// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validator/repair/kept.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"fixes-url", "pr-url", "refs-url"};

bool IsAboutUrl(const Finding& finding) {
  return !finding.suggestion.empty() &&
         std::ranges::find(kRules, finding.rule) != std::end(kRules);
}

/// What stands behind the colon of `line`.
std::string_view ValueOf(std::string_view line) {
  const size_t colon = line.find(':');
  return colon == line.npos ? std::string_view() : Trim(line.substr(colon + 1));
}

std::optional<std::string> Apply(const Broken& broken) {
  const Message& message = broken.message;
  TextLines lines = LinesOf(message);
  bool changed = false;
  for (const Finding& finding : broken.verdict.findings) {
    const size_t at = LineIndex(message, finding);
    if (!IsAboutUrl(finding) || at >= lines.size())
      continue;
    const Line& line = message.lines[at];
    const std::string_view value = ValueOf(line.text);
    // Not so where it is folded, or too long to be reported in full.
    if (value.empty() || value != finding.found)
      continue;
    lines[at] = WithPart(line, line.text.substr(line.text.find(':')),
                         ": " + finding.suggestion);
    changed = true;
  }
  if (!changed)
    return std::nullopt;
  return JoinLines(lines);
}

}  // namespace

constinit const RepairStep kTrailerUrls = {
    .name = "trailer-urls",
    .summary = "writes the URLs of issues and pull requests in full",
    .rules = kRules,
    .apply = Apply,
    .keeps = KeepsAllButValues,
};

}  // namespace commitgate
