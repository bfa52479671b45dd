// SPDX-License-Identifier: MIT
#include "validator/engine/pattern_layer.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "validator/engine/policy_words.h"
#include "validator/engine/rule_layer.h"
#include "validator/message/trailers.h"

namespace commitgate {
namespace {

constexpr std::string_view kPatternKeys[] = {"id",      "target",  "forbid",
                                             "require", "message", "level"};
constexpr std::string_view kExemptKeys[] = {"author", "rules"};

struct Target {
  PatternRule::Target target;
  std::string trailer;
};

bool IsTrailerKey(std::string_view key) {
  const std::string line = fmt::format("{}: value", key);
  const auto trailer = ParseTrailerLine(line);
  return trailer && trailer->key == key;
}

Target ReadTarget(const PolicyFile& file, const TomlEntry& entry) {
  const std::string& text = file.Text(entry);
  if (!text.starts_with(kTrailerTarget)) {
    const size_t target = file.Choice(entry, "target", kTargetNames);
    return {static_cast<PatternRule::Target>(target), {}};
  }
  std::string key = text.substr(kTrailerTarget.size());
  if (!IsTrailerKey(key))
    file.Refuse(entry.value.place,
                fmt::format("'{}' cannot be the key of a trailer", key));
  return {PatternRule::Target::kTrailer, std::move(key)};
}

const TomlEntry& ForbidOrRequire(const PolicyFile& file,
                                 const TomlValue& table) {
  const TomlEntry* const forbid = table.Find("forbid");
  const TomlEntry* const require = table.Find("require");
  if (forbid != nullptr && require != nullptr)
    file.Refuse(std::max(forbid->place, require->place),
                "a pattern has either 'forbid' or 'require', not both");
  if (require != nullptr)
    return *require;
  if (forbid == nullptr)
    file.Refuse(table.place, "[[patterns]] has no 'forbid' and no 'require'");
  return *forbid;
}

PatternRule ReadPattern(const PolicyFile& file, const TomlValue& table) {
  constexpr std::string_view kWhat = "[[patterns]]";
  file.AllowKeys(table, kPatternKeys);
  const TomlEntry& id = file.Need(table, "id", kWhat);
  Target target = ReadTarget(file, file.Need(table, "target", kWhat));
  const TomlEntry& pattern = ForbidOrRequire(file, table);
  const TomlEntry& message = file.Need(table, "message", kWhat);
  const TomlEntry* const level = table.Find("level");
  return {
      .id = file.TextThatIsNotEmpty(id),
      .target = target.target,
      .trailer = std::move(target.trailer),
      .pattern = file.PatternOf(pattern),
      .require = pattern.key == "require",
      .message = file.TextThatIsNotEmpty(message),
      .level = level == nullptr ? Level::kError : file.LevelOf(*level),
      .origin = file.OriginOf(id.place),
  };
}

/// Puts `pattern` in the place of the one that it replaces, or at the end.
void Put(PatternRule pattern, std::vector<PatternRule>& patterns) {
  const auto old = std::ranges::find(patterns, pattern.id, &PatternRule::id);
  if (old == patterns.end())
    patterns.push_back(std::move(pattern));
  else
    *old = std::move(pattern);
}

std::vector<std::string> ReadRules(const PolicyFile& file,
                                   const TomlEntry& entry,
                                   std::span<const std::string_view> known) {
  std::vector<std::string> rules;
  for (const TomlValue& id : file.Names(entry)) {
    if (std::ranges::find(known, id.text) == known.end())
      file.RefuseUnknown(id.place, "unknown rule", id.text, known);
    rules.push_back(id.text);
  }
  if (rules.empty())
    file.Refuse(entry.value.place, "[[exempt]] has no rule in 'rules'");
  std::ranges::sort(rules);
  return rules;
}

Exemption ReadExempt(const PolicyFile& file, const TomlValue& table,
                     std::span<const std::string_view> known) {
  constexpr std::string_view kWhat = "[[exempt]]";
  file.AllowKeys(table, kExemptKeys);
  const TomlEntry& author = file.Need(table, "author", kWhat);
  const TomlEntry& rules = file.Need(table, "rules", kWhat);
  Origin origin = file.OriginOf(author.place);
  std::string why = fmt::format("exempt by {}", Describe(origin));
  return {
      .author = file.PatternOf(author),
      .rules = ReadRules(file, rules, known),
      .origin = std::move(origin),
      .why = std::move(why),
  };
}

}  // namespace

void ApplyPatterns(const PolicyFile& file, Policy& policy) {
  const TomlEntry* const patterns = file.root().Find("patterns");
  if (patterns == nullptr)
    return;
  const auto rules = RuleIds(policy);
  std::set<std::string_view> seen;
  for (const TomlValue& table : file.Tables(*patterns)) {
    PatternRule pattern = ReadPattern(file, table);
    const TomlEntry& id = *table.Find("id");
    if (std::ranges::find(rules, pattern.id) != rules.end())
      file.Refuse(id.value.place,
                  fmt::format("'{}' is the id of a rule", pattern.id));
    if (!seen.insert(id.value.text).second)
      file.Refuse(id.value.place,
                  fmt::format("there are two patterns '{}'", pattern.id));
    Put(std::move(pattern), policy.patterns);
  }
}

void ApplyExempt(const PolicyFile& file, Policy& policy) {
  const TomlEntry* const exempt = file.root().Find("exempt");
  if (exempt == nullptr)
    return;
  auto known = RuleIds(policy);
  for (const PatternRule& pattern : policy.patterns)
    known.push_back(pattern.id);
  for (const TomlValue& table : file.Tables(*exempt))
    policy.exemptions.push_back(ReadExempt(file, table, known));
}

}  // namespace commitgate
