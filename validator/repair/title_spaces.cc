// SPDX-License-Identifier: MIT
#include <algorithm>

#include "validator/repair/kept.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"title-format"};

/// Each run of blanks as one, but for those in quotes and code.
std::string WithSingleBlanks(std::string_view text) {
  std::string mended;
  char quote = '\0';
  for (const char c : text) {
    if (c == '"' || c == '`')
      quote = quote == c ? '\0' : quote == '\0' ? c : quote;
    const bool repeats = c == ' ' && mended.ends_with(' ');
    if (!repeats || quote != '\0')
      mended += c;
  }
  return mended;
}

/// Whether the colon is surely that behind the subsystems: it may belong to
/// `localhost:80`, and `node:fs` is the name of a module.
bool EndsSubsystems(const Title& title, const Verdict& verdict) {
  if (!title.has_colon || Trim(title.prefix).empty() || title.prefix == "node")
    return false;
  return std::ranges::none_of(verdict.findings, [](const Finding& finding) {
    return finding.rule == "subsystem";
  });
}

std::optional<std::string> Apply(const Broken& broken) {
  const Title& title = broken.message.title;
  const std::string_view line = title.line.text;
  std::string spaced(line);
  if (EndsSubsystems(title, broken.verdict)) {
    const size_t colon =
        title.prefix.data() + title.prefix.size() - line.data();
    spaced = std::string(TrimEnd(line.substr(0, colon))) + ": " +
             std::string(Trim(line.substr(colon + 1)));
  }
  const std::string mended = WithSingleBlanks(Trim(spaced));
  if (mended == line)
    return std::nullopt;
  return WithTitle(broken.message, mended);
}

}  // namespace

constinit const RepairStep kTitleSpaces = {
    .name = "title-spaces",
    .summary = "puts one space behind the title's colon, and no two together",
    .rules = kRules,
    .apply = Apply,
    .keeps = KeepsCharacters,
};

}  // namespace commitgate
