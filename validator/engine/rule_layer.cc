// SPDX-License-Identifier: MIT
#include "validator/engine/rule_layer.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

namespace commitgate {
namespace {

constexpr std::string_view kLevel = "level";
constexpr std::string_view kAdd = "add";
constexpr std::string_view kRemove = "remove";

RulePolicy& FindRule(const PolicyFile& file, const TomlPlace& place,
                     std::string_view id, Policy& policy) {
  const auto idOf = [](const RulePolicy& rule) { return rule.rule->id; };
  const auto rule = std::ranges::find(policy.rules, id, idOf);
  if (rule == policy.rules.end())
    file.RefuseUnknown(place, "unknown rule", id, RuleIds(policy));
  return *rule;
}

const Option& FindOption(const PolicyFile& file, const TomlEntry& entry,
                         const Rule& rule) {
  const auto option = std::ranges::find(rule.options, entry.key, &Option::name);
  if (option != rule.options.end())
    return *option;
  std::vector<std::string_view> known = {kLevel};
  for (const Option& declared : rule.options)
    known.push_back(declared.name);
  file.RefuseUnknown(entry.place,
                     fmt::format("rule '{}' has no option", rule.id), entry.key,
                     known);
}

Settings::Names NamesOf(const PolicyFile& file, const TomlEntry& entry) {
  Settings::Names names;
  for (const TomlValue& name : file.Names(entry))
    names.push_back(name.text);
  return names;
}

Settings::Value ReadValue(const PolicyFile& file, const TomlEntry& entry,
                          const Option& option) {
  switch (option.kind) {
    case Option::Kind::kNumber:
      return file.Number(entry);
    case Option::Kind::kText:
      return file.Text(entry);
    case Option::Kind::kChoice: {
      const auto words = SplitAtBlanks(option.choices);
      return std::string(words[file.Choice(entry, option.name, words)]);
    }
    case Option::Kind::kNames:
      return NamesOf(file, entry);
    case Option::Kind::kPattern:
      break;
  }
  std::optional<Pattern> pattern;
  if (!file.Text(entry).empty())
    pattern.emplace(file.PatternOf(entry));
  return pattern;
}

/// The option that `add` and `remove` change.
const Option& OnlyNames(const PolicyFile& file, const TomlEntry& entry,
                        const Rule& rule) {
  const Option* only = nullptr;
  for (const Option& option : rule.options) {
    if (option.kind != Option::Kind::kNames)
      continue;
    if (only != nullptr)
      file.Refuse(entry.place,
                  fmt::format("'{}' does not say which list of '{}' it means",
                              entry.key, rule.id));
    only = &option;
  }
  if (only == nullptr)
    file.Refuse(entry.place, fmt::format("rule '{}' has no list that '{}' "
                                         "could change",
                                         rule.id, entry.key));
  return *only;
}

void Remove(const PolicyFile& file, const TomlValue& name,
            std::string_view option, Settings::Names& names) {
  const auto found = std::ranges::find(names, name.text);
  if (found != names.end()) {
    names.erase(found);
    return;
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  file.RefuseUnknown(name.place, fmt::format("'{}' does not list", option),
                     name.text, known);
}

/// What a list was made of, with the place of its last change at the end.
Origin OnTopOf(const RulePolicy& rule, std::string_view option, Origin last) {
  const auto base = rule.origins.find(option);
  const Origin origin = base == rule.origins.end() ? Origin{} : base->second;
  last.source = fmt::format("{}, {}", Describe(origin), last.source);
  return last;
}

void ChangeNames(const PolicyFile& file, const TomlEntry& entry,
                 RulePolicy& rule) {
  const Option& option = OnlyNames(file, entry, *rule.rule);
  Settings::Names names = rule.settings.List(option.name);
  for (const TomlValue& name : file.Names(entry)) {
    if (entry.key == kAdd)
      names.push_back(name.text);
    else
      Remove(file, name, option.name, names);
  }
  rule.settings.Set(option.name, std::move(names));
  rule.origins.insert_or_assign(
      std::string(option.name),
      OnTopOf(rule, option.name, file.OriginOf(entry.place)));
}

void SetLevel(const PolicyFile& file, const TomlEntry& entry,
              RulePolicy& rule) {
  rule.level = file.LevelOf(entry);
  rule.level_origin = file.OriginOf(entry.place);
}

void SetOption(const PolicyFile& file, const TomlEntry& entry,
               RulePolicy& rule) {
  const Option& option = FindOption(file, entry, *rule.rule);
  rule.settings.Set(option.name, ReadValue(file, entry, option));
  rule.origins.insert_or_assign(std::string(option.name),
                                file.OriginOf(entry.place));
}

void ApplyTable(const PolicyFile& file, const TomlValue& table,
                RulePolicy& rule) {
  for (const TomlEntry& entry : table.entries) {
    if (entry.key == kLevel)
      SetLevel(file, entry, rule);
    else if (entry.key != kAdd && entry.key != kRemove)
      SetOption(file, entry, rule);
  }
  for (const std::string_view key : {kAdd, kRemove})
    if (const TomlEntry* const entry = table.Find(key))
      ChangeNames(file, *entry, rule);
}

void ApplyRule(const PolicyFile& file, const TomlEntry& entry,
               RulePolicy& rule) {
  switch (entry.value.kind) {
    case TomlValue::Kind::kString:
      SetLevel(file, entry, rule);
      return;
    case TomlValue::Kind::kTable:
      ApplyTable(file, entry.value, rule);
      return;
    default:
      file.Refuse(entry.value.place,
                  fmt::format("'{}' is {}, a level or a table is wanted",
                              entry.key, Describe(entry.value.kind)));
  }
}

/// Sets `flag` for the rules that `entry` lists and clears it for the others.
void Exempt(const PolicyFile& file, const TomlEntry& entry,
            bool RulePolicy::*flag, Policy& policy) {
  for (RulePolicy& rule : policy.rules)
    rule.*flag = false;
  for (const TomlValue& id : file.Names(entry))
    FindRule(file, id.place, id.text, policy).*flag = true;
}

}  // namespace

std::vector<std::string_view> RuleIds(const Policy& policy) {
  std::vector<std::string_view> ids;
  for (const RulePolicy& rule : policy.rules)
    ids.push_back(rule.rule->id);
  return ids;
}

void ApplyRules(const PolicyFile& file, Policy& policy) {
  const TomlEntry* const rules = file.root().Find("rules");
  if (rules == nullptr)
    return;
  for (const TomlEntry& entry : file.Table(*rules).entries)
    ApplyRule(file, entry, FindRule(file, entry.place, entry.key, policy));
}

void ApplyExemptions(const PolicyFile& file, Policy& policy) {
  constexpr std::string_view kKeys[] = {"release", "merge"};
  const TomlEntry* const exemptions = file.root().Find("exemptions");
  if (exemptions == nullptr)
    return;
  const TomlValue& table = file.Table(*exemptions);
  file.AllowKeys(table, kKeys);
  if (const TomlEntry* const release = table.Find("release")) {
    Exempt(file, *release, &RulePolicy::exempts_releases, policy);
    policy.release_origin = file.OriginOf(release->place);
  }
  if (const TomlEntry* const merge = table.Find("merge")) {
    Exempt(file, *merge, &RulePolicy::exempts_merges, policy);
    policy.merge_origin = file.OriginOf(merge->place);
  }
}

}  // namespace commitgate
