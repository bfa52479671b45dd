// SPDX-License-Identifier: MIT
#include "commands/repair_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "validator/git/text_diff.h"
#include "validator/message/printable.h"
#include "validator/repair/text_lines.h"
#include "validator/report/words.h"

namespace commitgate {
namespace {

constexpr size_t kAbbreviated = 12;
constexpr size_t kIdCharacters = 60;
constexpr size_t kTitleCharacters = 100;
constexpr size_t kTextCharacters = 300;
constexpr size_t kLineCharacters = 2'000;
constexpr size_t kMostFindings = 50;

bool IsObjectId(std::string_view id) {
  return (id.size() == 40 || id.size() == 64) &&
         id.find_first_not_of("0123456789abcdef") == id.npos;
}

std::string ShortId(std::string_view id) {
  return IsObjectId(id) ? std::string(id.substr(0, kAbbreviated))
                        : Printable(id, kIdCharacters);
}

std::string Header(const Commit& commit) {
  const std::string id = ShortId(commit.id);
  const std::string title = Printable(TitleOf(commit), kTitleCharacters);
  return fmt::format("{}{}{}\n", id, title.empty() ? "" : " ", title);
}

bool IsError(const Finding& finding) {
  return finding.level == Level::kError;
}

}  // namespace

bool NeedsSomebody(const Repaired& repaired) {
  return std::ranges::any_of(repaired.verdict.findings, IsError);
}

std::string DescribeRepair(const Commit& before, const Repaired& repaired,
                           std::string_view heading) {
  if (!repaired.IsChanged())
    return "";
  std::string text = Header(before) + fmt::format("  {}:\n", heading);
  for (const RepairStep* const step : repaired.steps)
    text += fmt::format("    {} [{}]\n", step->summary, step->name);
  return text;
}

std::string DescribeRest(const Repaired& repaired) {
  if (!NeedsSomebody(repaired))
    return "";
  std::string text = repaired.IsChanged() ? "" : Header(repaired.commit);
  text += "  left to you:\n";
  size_t count = 0;
  for (const Finding& finding : repaired.verdict.findings) {
    if (!IsError(finding) || ++count > kMostFindings)
      continue;
    text += fmt::format(
        "    {}:{}: {} [{}]\n", finding.span.line, finding.span.column,
        Printable(finding.message, kTextCharacters), Printable(finding.rule));
  }
  if (count > kMostFindings)
    text += fmt::format("    and {} more\n", count - kMostFindings);
  return text;
}

std::string SummarizeRest(const Repaired& repaired) {
  size_t count = 0;
  std::set<std::string> rules;
  for (const Finding& finding : repaired.verdict.findings) {
    if (!IsError(finding))
      continue;
    ++count;
    rules.insert(fmt::format(" [{}]", Printable(finding.rule)));
  }
  if (count == 0)
    return "";
  std::string text = fmt::format(
      "commitgate: {}: {} error{} left to you:", ShortId(repaired.commit.id),
      count, count == 1 ? "" : "s");
  for (const std::string& rule : rules)
    text += rule;
  return text + '\n';
}

std::string DescribeChange(const Commit& before, const Repaired& repaired) {
  if (!repaired.IsChanged())
    return "";
  const std::string diff = UnifiedDiff(TextOf(before.message), repaired.text);
  std::string text = Header(before);
  for (std::string_view rest = diff; !rest.empty();)
    text += Printable(TakeLine(rest), kLineCharacters) + "\n";
  return text;
}

std::string DescribeOutcome(const Commit& before, const Repaired& repaired,
                            FixOptions::Outcome outcome) {
  using Outcome = FixOptions::Outcome;
  if (outcome == Outcome::kDiff)
    return DescribeChange(before, repaired);
  const std::string_view heading =
      outcome == Outcome::kTell ? "would be repaired" : "repaired";
  return DescribeRepair(before, repaired, heading) + DescribeRest(repaired);
}

}  // namespace commitgate
