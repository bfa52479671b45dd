// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>
#include <utility>

#include "validator/engine/suggest.h"
#include "validator/message/lower_case.h"
#include "validator/repair/kept.h"
#include "validator/repair/rule_settings.h"
#include "validator/repair/steps.h"
#include "validator/repair/text_lines.h"

namespace commitgate {
namespace {

constexpr std::string_view kRules[] = {"subsystem"};

/// Shorter names are one edit away from too much.
constexpr size_t kShortestToGuess = 5;
/// A title has a handful of names; a hostile one may have millions.
constexpr size_t kMostNames = 16;

/// Other words for the same subsystem.  That `libuv` is one of the `deps` is
/// known as well, but the title would no longer tell which.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kWords{{
    {"docs", "doc"},
    {"documentation", "doc"},
    {"n-api", "node-api"},
    {"napi", "node-api"},
    {"node api", "node-api"},
    {"node-napi", "node-api"},
    {"tests", "test"},
    {"windows", "win"},
}};

constexpr bool IsJoint(char c) {
  return c == '-' || c == '_' || c == ' ';
}

std::string Letters(std::string_view name) {
  std::string letters = LowerCase(name);
  std::erase_if(letters, IsJoint);
  return letters;
}

bool IsKnownWord(const std::string& lower, std::string_view suggestion) {
  return std::ranges::find(kWords, std::pair(std::string_view(lower),
                                             suggestion)) != kWords.end();
}

bool IsPlural(std::string_view one, std::string_view many) {
  return many.size() == one.size() + 1 && many.starts_with(one) &&
         many.back() == 's';
}

std::string_view DigitsOf(std::string_view name) {
  const size_t first = std::min(name.find_first_of("0123456789"), name.size());
  return name.substr(first);
}

/// Whether `suggestion` alone is one edit away, and looks like `name`.
bool IsOnlyNeighbour(std::string_view name, std::string_view suggestion,
                     const Settings::Names& allowed) {
  if (name.size() < kShortestToGuess || name.front() != suggestion.front() ||
      DigitsOf(name) != DigitsOf(suggestion))
    return false;
  const auto is_near = [&](std::string_view candidate) {
    return EditDistance(name, candidate, 1) <= 1;
  };
  return is_near(suggestion) && std::ranges::count_if(allowed, is_near) == 1;
}

/// Whether `suggestion`, of the rule, is surely what was meant.
bool IsSure(std::string_view name, std::string_view suggestion,
            const Settings::Names& allowed) {
  if (suggestion.empty())
    return false;
  const std::string lower = LowerCase(name);
  return Letters(name) == Letters(suggestion) ||
         IsKnownWord(lower, suggestion) || IsPlural(suggestion, lower) ||
         IsPlural(lower, suggestion) ||
         IsOnlyNeighbour(lower, suggestion, allowed);
}

/// What the rule suggests in the place of `name`, or nothing.
std::string_view SuggestionFor(std::string_view name, const Verdict& verdict) {
  for (const Finding& finding : verdict.findings)
    if (finding.rule == kRules[0] && finding.found == name)
      return finding.suggestion;
  return {};
}

std::optional<std::string> Apply(const Broken& broken) {
  const Title& title = broken.message.title;
  const RulePolicy* rule = FindRule(broken.policy, kRules[0]);
  if (!rule || title.subsystems.size() > kMostNames)
    return std::nullopt;
  std::string mended(title.line.text);
  bool changed = false;
  // From the end, so that the places of those before stay.
  for (size_t i = title.subsystems.size(); i-- > 0;) {
    const std::string_view name = title.subsystems[i];
    const std::string_view right = SuggestionFor(name, broken.verdict);
    if (!IsSure(name, right, rule->settings.List("allow")))
      continue;
    mended.replace(name.data() - title.line.text.data(), name.size(), right);
    changed = true;
  }
  if (!changed)
    return std::nullopt;
  return WithTitle(broken.message, std::move(mended));
}

}  // namespace

constinit const RepairStep kSubsystemSpelling = {
    .name = "subsystem-spelling",
    .summary = "spells the subsystem as the project spells it",
    .rules = kRules,
    .apply = Apply,
    .keeps = KeepsAllButSubsystems,
};

}  // namespace commitgate
