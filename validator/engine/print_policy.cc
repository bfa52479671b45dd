// SPDX-License-Identifier: MIT
#include "validator/engine/print_policy.h"

#include <cstdint>
#include <string>

#include <fmt/core.h>

#include "validator/engine/policy_words.h"
#include "validator/message/hazard.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

constexpr size_t kWidth = 80;

/// A comment ends with its line, whatever a file is called.
std::string Comment(std::string_view text) {
  return fmt::format("# {}", Printable(text));
}

/// Nothing of a policy steers the terminal that shows it.
std::string Escape(const Character& character) {
  constexpr uint32_t kReplacement = 0xFFFD;
  const uint32_t code_point = character.code_point.value_or(kReplacement);
  return code_point > 0xFFFF ? fmt::format("\\U{:08x}", code_point)
                             : fmt::format("\\u{:04x}", code_point);
}

std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (size_t offset = 0; offset < text.size();) {
    const Character character = CharacterAt(text, offset);
    if (HazardOf(character, text, offset) != Hazard::kNone)
      quoted += Escape(character);
    else if (text[offset] == '"' || text[offset] == '\\')
      quoted += {'\\', text[offset]};
    else
      quoted += text.substr(offset, character.bytes);
    offset += character.bytes;
  }
  return quoted + '"';
}

/// Patterns are full of backslashes: as a literal string where that is
/// possible.
std::string Quoted(const Pattern& pattern) {
  const std::string& source = pattern.source();
  if (source.find('\'') != source.npos || Printable(source) != source)
    return Quoted(source);
  return fmt::format("'{}'", source);
}

std::string Quoted(const Settings::Names& names, size_t before) {
  std::string line = "[";
  for (const std::string& name : names)
    line += fmt::format("{}{}", line.size() > 1 ? ", " : "", Quoted(name));
  if (before + line.size() < kWidth)
    return line + ']';
  std::string list = "[";
  size_t column = kWidth;
  for (const std::string& name : names) {
    const std::string item = Quoted(name) + ',';
    const bool wraps = column + 1 + item.size() > kWidth;
    list += wraps ? "\n  " : " ";
    list += item;
    column = (wraps ? 2 : column + 1) + item.size();
  }
  return list + "\n]";
}

std::string Quoted(const Option& option, const Settings& settings) {
  switch (option.kind) {
    case Option::Kind::kNumber:
      return fmt::format("{}", settings.Number(option.name));
    case Option::Kind::kText:
      return Quoted(settings.Text(option.name));
    case Option::Kind::kChoice:
      return Quoted(settings.Choice(option.name));
    case Option::Kind::kNames:
      return Quoted(settings.List(option.name), option.name.size() + 3);
    case Option::Kind::kPattern:
      break;
  }
  const Pattern* const pattern = settings.Find(option.name);
  return pattern == nullptr ? Quoted("") : Quoted(*pattern);
}

std::string Name(const PatternRule& pattern) {
  if (pattern.target == PatternRule::Target::kTrailer)
    return fmt::format("{}{}", kTrailerTarget, pattern.trailer);
  return std::string(kTargetNames[static_cast<size_t>(pattern.target)]);
}

class Printer {
 public:
  std::string Print(const Policy& policy);

 private:
  void Line(std::string_view text) { out_ += fmt::format("{}\n", text); }
  void Value(std::string_view key, std::string_view value) {
    Line(fmt::format("{} = {}", key, value));
  }
  void Value(std::string_view key, std::string_view value,
             const Origin& origin) {
    Line(fmt::format("{} = {}  {}", key, value, Comment(Describe(origin))));
  }
  void Header(std::string_view header, const Origin& origin) {
    Line(fmt::format("\n{}  {}", header, Comment(Describe(origin))));
  }

  void Print(const RulePolicy& rule);
  void Print(const PatternRule& pattern);
  void Print(const Exemption& exemption);
  void PrintKind(std::string_view kind, const Policy& policy,
                 bool RulePolicy::*flag, const Origin& origin);

  std::string out_;
};

void Printer::Print(const RulePolicy& rule) {
  Line(fmt::format("\n[rules.{}]", rule.rule->id));
  Value("level", Quoted(Word(rule.level)), rule.level_origin);
  for (const Option& option : rule.settings.options()) {
    const auto origin = rule.origins.find(option.name);
    Value(option.name, Quoted(option, rule.settings),
          origin == rule.origins.end() ? Origin{} : origin->second);
  }
}

void Printer::Print(const PatternRule& pattern) {
  Header("[[patterns]]", pattern.origin);
  Value("id", Quoted(pattern.id));
  Value("target", Quoted(Name(pattern)));
  Value(pattern.require ? "require" : "forbid", Quoted(pattern.pattern));
  Value("message", Quoted(pattern.message));
  Value("level", Quoted(Word(pattern.level)));
}

void Printer::Print(const Exemption& exemption) {
  constexpr std::string_view kRules = "rules";
  Header("[[exempt]]", exemption.origin);
  Value("author", Quoted(exemption.author));
  Value(kRules, Quoted(exemption.rules, kRules.size() + 3));
}

void Printer::PrintKind(std::string_view kind, const Policy& policy,
                        bool RulePolicy::*flag, const Origin& origin) {
  Settings::Names ids;
  for (const RulePolicy& rule : policy.rules)
    if (rule.*flag)
      ids.emplace_back(rule.rule->id);
  Value(kind, Quoted(ids, kind.size() + 3), origin);
}

std::string Printer::Print(const Policy& policy) {
  Line(Comment(fmt::format("The policy in force: {}", policy.name)));
  Value("extends", Quoted(kExtendsNothing));
  for (const RulePolicy& rule : policy.rules)
    Print(rule);
  Line("\n[exemptions]");
  PrintKind("release", policy, &RulePolicy::exempts_releases,
            policy.release_origin);
  PrintKind("merge", policy, &RulePolicy::exempts_merges, policy.merge_origin);
  for (const PatternRule& pattern : policy.patterns)
    Print(pattern);
  for (const Exemption& exemption : policy.exemptions)
    Print(exemption);
  return std::move(out_);
}

}  // namespace

std::string PrintPolicy(const Policy& policy) {
  return Printer().Print(policy);
}

}  // namespace commitgate
