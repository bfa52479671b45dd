// SPDX-License-Identifier: MIT
#include "validator/engine/print_policy.h"

#include <fmt/core.h>

#include "validator/engine/policy_words.h"
#include "validator/engine/print_push_policy.h"
#include "validator/engine/toml_writer.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

/// Patterns are full of backslashes: as a literal string where that is
/// possible.
std::string LiteralString(const Pattern& pattern) {
  const std::string& source = pattern.source();
  if (source.find('\'') != source.npos || Printable(source) != source)
    return TomlString(source);
  return '\'' + source + '\'';
}

std::string ValueOf(const Option& option, const Settings& settings) {
  switch (option.kind) {
    case Option::Kind::kNumber:
      return std::to_string(settings.Number(option.name));
    case Option::Kind::kText:
      return TomlString(settings.Text(option.name));
    case Option::Kind::kChoice:
      return TomlString(settings.Choice(option.name));
    case Option::Kind::kNames:
      return TomlList(settings.List(option.name), option.name.size() + 3);
    case Option::Kind::kPattern:
      break;
  }
  const Pattern* const pattern = settings.Find(option.name);
  return pattern == nullptr ? TomlString("") : LiteralString(*pattern);
}

std::string TargetOf(const PatternRule& pattern) {
  if (pattern.target == PatternRule::Target::kTrailer)
    return std::string(kTrailerTarget) + pattern.trailer;
  return std::string(kTargetNames[static_cast<size_t>(pattern.target)]);
}

void Print(const RulePolicy& rule, TomlWriter& writer) {
  writer.Table(fmt::format("[rules.{}]", rule.rule->id));
  writer.Value("level", TomlString(Word(rule.level)), rule.level_origin);
  for (const Option& option : rule.settings.options()) {
    const auto origin = rule.origins.find(option.name);
    writer.Value(option.name, ValueOf(option, rule.settings),
                 origin == rule.origins.end() ? Origin{} : origin->second);
  }
}

void Print(const PatternRule& pattern, TomlWriter& writer) {
  writer.Table("[[patterns]]", pattern.origin);
  writer.Value("id", TomlString(pattern.id));
  writer.Value("target", TomlString(TargetOf(pattern)));
  writer.Value(pattern.require ? "require" : "forbid",
               LiteralString(pattern.pattern));
  writer.Value("message", TomlString(pattern.message));
  writer.Value("level", TomlString(Word(pattern.level)));
}

void Print(const Exemption& exemption, TomlWriter& writer) {
  writer.Table("[[exempt]]", exemption.origin);
  writer.Value("author", LiteralString(exemption.author));
  writer.List("rules", exemption.rules);
}

void PrintExemptionsOf(std::string_view kind, const Policy& policy,
                       bool RulePolicy::*flag, const Origin& origin,
                       TomlWriter& writer) {
  Settings::Names ids;
  for (const RulePolicy& rule : policy.rules)
    if (rule.*flag)
      ids.emplace_back(rule.rule->id);
  writer.List(kind, ids, origin);
}

Origin OriginOf(std::string_view key, const PeoplePolicy& people) {
  const auto origin = people.origins.find(key);
  return origin == people.origins.end() ? Origin{} : origin->second;
}

/// A mailmap that is named has to be there, one that is not need not.
void Print(const PeoplePolicy& people, TomlWriter& writer) {
  const bool names_mailmap = people.origins.contains("mailmap");
  if (!people.roster.empty() || names_mailmap)
    writer.Table("[roster]");
  if (!people.roster.empty())
    writer.Value("source", TomlString(people.roster),
                 OriginOf("roster", people));
  if (names_mailmap)
    writer.Value("mailmap", TomlString(people.mailmap),
                 OriginOf("mailmap", people));
  if (!people.logins.empty())
    writer.Table("[roster.logins]", OriginOf("logins", people));
  for (const auto& [id, login] : people.logins)
    writer.Value(TomlKey(id), TomlString(login));
  if (people.owners.empty())
    return;
  writer.Table("[owners]");
  writer.Value("source", TomlString(people.owners), OriginOf("owners", people));
}

}  // namespace

std::string PrintPolicy(const Policy& policy) {
  TomlWriter writer;
  writer.Comment(fmt::format("The policy in force: {}", policy.name));
  writer.Value("extends", TomlString(kExtendsNothing));
  for (const RulePolicy& rule : policy.rules)
    Print(rule, writer);
  writer.Table("[exemptions]");
  PrintExemptionsOf("release", policy, &RulePolicy::exempts_releases,
                    policy.release_origin, writer);
  PrintExemptionsOf("merge", policy, &RulePolicy::exempts_merges,
                    policy.merge_origin, writer);
  for (const PatternRule& pattern : policy.patterns)
    Print(pattern, writer);
  for (const Exemption& exemption : policy.exemptions)
    Print(exemption, writer);
  Print(policy.people, writer);
  PrintPushPolicy(policy.push, writer);
  return writer.text();
}

}  // namespace commitgate
