// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "rules/breaking_footer.h"
#include "rules/catalog.h"
#include "rules/conventional_parts.h"
#include "validator/engine/quoted.h"
#include "validator/engine/suggest.h"
#include "validator/message/lower_case.h"

namespace commitgate {
namespace {

using Fault = ConventionalParts::Fault;

constexpr Option kOptions[] = {
    {"types", Option::Kind::kNames,
     "build chore ci docs feat fix perf refactor revert style test",
     "types accepted; any if this is empty"},
    {"scope", Option::Kind::kChoice, "optional",
     "whether a title has a scope in parentheses",
     "optional required forbidden"},
    {"scopes", Option::Kind::kNames, "",
     "scopes accepted; any if this is empty"},
    {"case", Option::Kind::kChoice, "free",
     "case of the first word of the description, names aside", "free lower"},
    {"blanks", Option::Kind::kChoice, "checked",
     "whether none before the colon and one behind it is asked for",
     "checked free"},
};

/// A scope may name several; a hostile one names millions.
constexpr size_t kMaxReported = 10;

struct Slip {
  std::string_view wrong;
  std::string_view right;
};

/// What people write for types that are far from it by edit distance.
constexpr Slip kSlips[] = {
    {"bug", "fix"},
    {"bugfix", "fix"},
    {"dep", "build"},
    {"dependencies", "build"},
    {"deps", "build"},
    {"documentation", "docs"},
    {"feature", "feat"},
    {"features", "feat"},
    {"hotfix", "fix"},
    {"performance", "perf"},
    {"refactoring", "refactor"},
    {"testing", "test"},
};
static_assert(std::ranges::is_sorted(kSlips, {}, &Slip::wrong));

/// The name that was meant, or nothing; `names` are sorted.
std::string Suggest(std::string_view name, const Settings::Names& names) {
  const std::string lower = LowerCase(name);
  if (std::ranges::binary_search(names, lower))
    return lower;
  const auto slip = std::ranges::find(kSlips, lower, &Slip::wrong);
  if (slip != std::end(kSlips) &&
      std::ranges::binary_search(names, slip->right))
    return std::string(slip->right);
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  return std::string(Closest(lower, candidates).value_or(""));
}

/// A capital and small letters: a name has more of either.
bool IsCapitalized(std::string_view word) {
  const auto is_small = [](char c) { return c >= 'a' && c <= 'z'; };
  return !word.empty() && IsUpper(word.front()) &&
         std::ranges::all_of(word.substr(1), is_small);
}

class Checker {
 public:
  Checker(const Title& title, const Settings& settings, Reporter& reporter)
      : title_(title), settings_(settings), reporter_(reporter) {}

  void Check();

 private:
  bool LeavesBlanks(const ConventionalParts& parts) const;
  void ReportFault(const ConventionalParts& parts);
  void CheckType(std::string_view type);
  void CheckScope(const ConventionalParts& parts);
  void CheckScopes(std::string_view scope);
  void CheckCase(std::string_view description);
  /// REQUIRES: `part` is a view into the title.
  void Report(std::string_view part, std::string message,
              std::string suggestion = {});

  const Title& title_;
  const Settings& settings_;
  Reporter& reporter_;
};

void Checker::Check() {
  // A revert quotes whatever title was there.
  if (title_.IsRevert())
    return;
  const ConventionalParts parts = ParseConventional(title_.core);
  if (!LeavesBlanks(parts))
    ReportFault(parts);
  if (parts.fault == Fault::kNoType || parts.fault == Fault::kOpenScope ||
      parts.fault == Fault::kNoColon)
    return;
  CheckType(parts.type);
  CheckScope(parts);
  CheckCase(parts.description);
}

/// Whether a fault is one of blanks, and of those that the policy leaves to
/// title-format.  That knows one colon of a title only, which may stand in the
/// scope: `feat(a: b):x`.
bool Checker::LeavesBlanks(const ConventionalParts& parts) const {
  if (parts.fault != Fault::kBlankBeforeColon && parts.fault != Fault::kNoSpace)
    return false;
  const size_t description = parts.description.data() - title_.core.data();
  const std::string_view up_to_colon =
      TrimEnd(title_.core.substr(0, description));
  return settings_.Choice("blanks") == "free" &&
         up_to_colon.size() == title_.prefix.size() + 1;
}

void Checker::ReportFault(const ConventionalParts& parts) {
  switch (parts.fault) {
    case Fault::kNone:
      return;
    case Fault::kNoType:
      return Report(parts.culprit,
                    "title has no type, 'type(scope): description' is wanted");
    case Fault::kOpenScope:
      return Report(parts.culprit, "parenthesis of the scope is not closed");
    case Fault::kNoColon:
      return Report(parts.culprit,
                    fmt::format("no colon behind {}, 'type(scope): "
                                "description' is wanted",
                                Quoted(parts.type)));
    case Fault::kBlankBeforeColon:
      return Report(parts.culprit, "blank before the colon, none is wanted");
    case Fault::kNoSpace:
      return Report(parts.culprit, "no space behind the colon, one is wanted");
    case Fault::kNoDescription:
      return Report(parts.culprit, "title has no description behind its type");
  }
}

void Checker::CheckType(std::string_view type) {
  const Settings::Names& types = settings_.List("types");
  if (!types.empty() && !settings_.Lists("types", type))
    Report(type, fmt::format("type {} is unknown", Quoted(type)),
           Suggest(type, types));
}

void Checker::CheckScope(const ConventionalParts& parts) {
  const std::string& wanted = settings_.Choice("scope");
  if (!parts.scope) {
    if (wanted == "required")
      Report(parts.type.substr(parts.type.size()),
             "title has no scope, 'type(scope): description' is wanted");
    return;
  }
  if (wanted == "forbidden")
    Report(*parts.scope, "title has a scope, none is wanted");
  else if (Trim(*parts.scope).empty())
    Report(*parts.scope, "scope is empty");
  else if (!settings_.List("scopes").empty())
    CheckScopes(*parts.scope);
}

/// Of several, commas stand between.
void Checker::CheckScopes(std::string_view scope) {
  size_t reported = 0;
  while (reported < kMaxReported) {
    const size_t comma = std::min(scope.find(','), scope.size());
    const std::string_view name = Trim(scope.substr(0, comma));
    if (!settings_.Lists("scopes", name)) {
      Report(name, fmt::format("scope {} is unknown", Quoted(name)),
             Suggest(name, settings_.List("scopes")));
      ++reported;
    }
    if (comma == scope.size())
      return;
    scope.remove_prefix(comma + 1);
  }
}

void Checker::CheckCase(std::string_view description) {
  const std::string_view word = description.substr(0, description.find(' '));
  if (settings_.Choice("case") == "lower" && IsCapitalized(word))
    Report(word,
           fmt::format("description starts with {}, lower case is wanted",
                       Quoted(word)),
           LowerCase(word));
}

void Checker::Report(std::string_view part, std::string message,
                     std::string suggestion) {
  reporter_.Error({SpanOf(title_.line, part), std::move(message),
                   std::string(part), std::move(suggestion)});
}

void CheckFooters(const Message& message, Reporter& reporter) {
  const std::vector<Line>& lines = message.lines;
  for (size_t i = 1; i < lines.size(); ++i) {
    const auto footer = ParseBreakingFooter(lines[i].text);
    if (!footer)
      continue;
    const Span span = SpanOf(lines[i], footer->key);
    if (!footer->IsSpeltRight())
      reporter.Error({span,
                      fmt::format("'{}' is misspelt, wanted 'BREAKING CHANGE'",
                                  footer->key),
                      std::string(footer->key), "BREAKING CHANGE"});
    const bool goes_on = i + 1 < lines.size() && !lines[i + 1].text.empty();
    if (footer->value.empty() && !goes_on)
      reporter.Error(
          {span, fmt::format("'{}' does not tell what breaks", footer->key)});
  }
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  Checker(context.message().title, settings, reporter).Check();
  CheckFooters(context.message(), reporter);
}

}  // namespace

constinit const Rule kConventionalTitle = {
    .id = "conventional-title",
    .summary = "the title reads 'type(scope): description', with a known type",
    .why =
        "Conventional Commits 1.0.0 asks for it: programs number versions and "
        "write change logs by the type, and by '!' or BREAKING CHANGE, which "
        "says that users have to change something.",
    .options = kOptions,
    .rejected = "feature(parser) read arrays",
    .repaired = "feat(parser): read arrays",
    .check = Check,
};

}  // namespace commitgate
