// SPDX-License-Identifier: MIT
#include <fmt/core.h>

#include <algorithm>

#include "commands/command.h"
#include "commands/command_line.h"
#include "commands/output.h"
#include "rules/catalog.h"
#include "validator/engine/judge.h"
#include "validator/engine/suggest.h"
#include "validator/error.h"
#include "validator/message/text.h"

namespace commitgate {
namespace {

constexpr size_t kWidth = 78;

/// `text` in lines of at most kWidth columns, each behind `indent`.
std::string Wrap(std::string_view text, std::string_view indent) {
  std::string wrapped;
  std::string line(indent);
  while (!text.empty()) {
    const size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(text.size(), end + 1));
    if (word.empty())
      continue;
    if (line.size() > indent.size() && line.size() + 1 + word.size() > kWidth) {
      wrapped += line + "\n";
      line = indent;
    }
    if (line.size() > indent.size())
      line += ' ';
    line += word;
  }
  return wrapped + line + "\n";
}

std::string Indent(std::string_view message) {
  std::string text;
  for (const Line& line : SplitLines(message))
    text += line.text.empty() ? "\n" : fmt::format("    {}\n", line.text);
  return text;
}

std::string Explain(const Rule& rule) {
  std::string text = fmt::format("{}: {}\n\n", rule.id, rule.summary);
  text += Wrap(rule.why, "");
  if (rule.landing_only)
    text += "\nJudges commits that land, not drafts.\n";
  for (const Missing& missing : kMissing)
    if (Has(rule.needs, missing.need))
      text += fmt::format("\nSkipped where there is {}.\n", missing.why);
  if (!rule.options.empty())
    text += "\nOptions:\n";
  for (const Option& option : rule.options) {
    text += fmt::format("  {}", option.name);
    if (!option.choices.empty())
      text += fmt::format(" ({})", option.choices);
    if (!option.fallback.empty())
      text += fmt::format(", default {}", option.fallback);
    text += "\n" + Wrap(option.help, "    ");
  }
  if (!rule.rejected.empty())
    text += "\nRejected:\n\n" + Indent(rule.rejected);
  if (!rule.repaired.empty())
    text += "\nRepaired:\n\n" + Indent(rule.repaired);
  return text;
}

[[noreturn]] void RefuseUnknown(const std::string& id) {
  constexpr size_t kNear = 3;
  std::string hint = "'commitgate rules' lists them";
  size_t nearest = kNear + 1;
  for (const Rule* rule : Catalog()) {
    const size_t distance = EditDistance(id, rule->id, kNear);
    if (distance >= nearest)
      continue;
    nearest = distance;
    hint = fmt::format("did you mean '{}'?", rule->id);
  }
  throw Error(fmt::format("unknown rule '{}'; {}", id, hint));
}

}  // namespace

ExitStatus RunExplain(const Invocation& invocation) {
  CommandLine line{"Tells what a rule asks for, and why.",
                   "commitgate explain"};
  std::string id;
  line.AddOption("rule", id, "the rule's id").Required();
  if (const auto status = line.Parse(invocation.arguments))
    return *status;
  const Rule* rule = FindRule(id);
  if (!rule)
    RefuseUnknown(id);
  Output output;
  output.Write(Explain(*rule));
  output.Finish();
  return ExitStatus::kAccepted;
}

}  // namespace commitgate
