// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <vector>

#include <fmt/core.h>

#include "rules/catalog.h"
#include "validator/engine/quoted.h"
#include "validator/engine/suggest.h"
#include "validator/message/lower_case.h"

namespace commitgate {
namespace {

constexpr Option kOptions[] = {
    {"allow", Option::Kind::kNames, "",
     "names accepted; any if this and allow-pattern are absent"},
    {"allow-pattern", Option::Kind::kPattern, "",
     "names that match are accepted too"},
    {"bare-pattern", Option::Kind::kPattern, "",
     "titles without a subsystem that are accepted"},
    {"on-revert", Option::Kind::kChoice, "error",
     "level for the revert of a commit", "error warning off"},
};

/// A title has a handful of names; a hostile one may have millions.
constexpr size_t kMaxReported = 10;
constexpr size_t kMaxSearched = 100;

struct Slip {
  std::string_view wrong;
  /// Empty where the nearest name would be a bad guess.
  std::string_view right;
};

/// What people write for names that are far from it by edit distance.
constexpr Slip kSlips[] = {
    {"acorn", "deps"},
    {"c-ares", "deps"},
    {"cares", "deps"},
    {"chore", ""},
    {"ci", "build"},
    {"docs", "doc"},
    {"documentation", "doc"},
    {"eslint", "tools"},
    {"feat", ""},
    {"feature", ""},
    {"fix", ""},
    {"icu", "deps"},
    {"libuv", "deps"},
    {"lint", "tools"},
    {"n-api", "node-api"},
    {"napi", "node-api"},
    {"node api", "node-api"},
    {"node-napi", "node-api"},
    {"npm", "deps"},
    {"openssl", "deps"},
    {"perf", ""},
    {"readme", "doc"},
    {"refactor", ""},
    {"style", ""},
    {"tests", "test"},
    {"undici", "deps"},
    {"uv", "deps"},
    {"windows", "win"},
};
static_assert(std::ranges::is_sorted(kSlips, {}, &Slip::wrong));

class Checker {
 public:
  Checker(const Context& context, const Settings& settings, Reporter& reporter)
      : title_(context.message().title),
        settings_(settings),
        reporter_(reporter),
        level_(title_.IsRevert() ? settings.ChosenLevel("on-revert")
                                 : Level::kError) {}

  void Check();

 private:
  void CheckBareTitle();
  void CheckNames();
  void Refuse(std::string_view name);
  /// REQUIRES: `part` is a view into the title.
  void Report(std::string_view part, std::string message,
              std::string suggestion = {});

  bool AllowsAny() const;
  bool Allows(std::string_view name);
  bool MatchesPattern(std::string_view name);
  /// Null matches nothing.
  bool Matches(const Pattern* pattern, std::string_view text);
  std::string Suggest(std::string_view name) const;

  const Title& title_;
  const Settings& settings_;
  Reporter& reporter_;
  Level level_;
  size_t searched_ = 0;
};

void Checker::Check() {
  if (level_ == Level::kOff)
    return;
  if (!title_.has_colon)
    return CheckBareTitle();
  CheckNames();
  if (Trim(title_.text).empty())
    Report(title_.text, "title has no text after its subsystem");
}

void Checker::CheckBareTitle() {
  const bool accepted = Matches(settings_.Find("bare-pattern"), title_.core);
  if (!accepted && !reporter_.gave_up())
    Report(title_.core.substr(0, 0),
           "title has no subsystem, 'subsystem: text' is wanted");
}

void Checker::CheckNames() {
  size_t refused = 0;
  for (const std::string_view name : title_.subsystems) {
    const bool allowed = Allows(name);
    if (reporter_.gave_up())
      return;
    if (!allowed && ++refused <= kMaxReported)
      Refuse(name);
  }
  if (refused > kMaxReported)
    Report(title_.prefix, fmt::format("{} more subsystems are unknown or empty",
                                      refused - kMaxReported));
}

void Checker::Refuse(std::string_view name) {
  if (name.empty()) {
    Report(name, "name of a subsystem is empty");
    return;
  }
  const bool has_blank = name.find(' ') != name.npos;
  Report(name,
         fmt::format("subsystem {} {}", Quoted(name),
                     has_blank ? "has a blank in it, commas separate names"
                               : "is unknown"),
         Suggest(name));
}

void Checker::Report(std::string_view part, std::string message,
                     std::string suggestion) {
  const Span span =
      title_.line.number == 0 ? Span() : SpanOf(title_.line, part);
  reporter_.Add(level_, {span, std::move(message), std::string(part),
                         std::move(suggestion)});
}

bool Checker::AllowsAny() const {
  return settings_.List("allow").empty() && !settings_.Find("allow-pattern");
}

bool Checker::Allows(std::string_view name) {
  if (name.empty())
    return false;
  return AllowsAny() || settings_.Lists("allow", name) || MatchesPattern(name);
}

bool Checker::MatchesPattern(std::string_view name) {
  const Pattern* pattern = settings_.Find("allow-pattern");
  if (!pattern)
    return false;
  if (++searched_ > kMaxSearched) {
    reporter_.GiveUp(fmt::format(
        "too many subsystems for allow-pattern, limit is {}", kMaxSearched));
    return false;
  }
  return Matches(pattern, name);
}

bool Checker::Matches(const Pattern* pattern, std::string_view text) {
  if (!pattern)
    return false;
  const Pattern::Result result = pattern->Search(text);
  if (result.outcome == Pattern::Outcome::kGaveUp)
    reporter_.GiveUp(result.reason);
  return result.outcome == Pattern::Outcome::kMatch;
}

std::string Checker::Suggest(std::string_view name) const {
  const Settings::Names& allowed = settings_.List("allow");
  const auto known = [&](std::string_view guess) {
    return std::ranges::binary_search(allowed, guess);
  };
  const std::string lower = LowerCase(name);
  if (known(lower))
    return lower;
  const auto slip = std::ranges::lower_bound(kSlips, lower, {}, &Slip::wrong);
  if (slip != std::end(kSlips) && slip->wrong == lower)
    return known(slip->right) ? std::string(slip->right) : "";
  // `deps/v8`, `src(api)`
  const std::string outer = lower.substr(0, lower.find_first_of("/( "));
  if (outer != lower && known(outer))
    return outer;
  const std::vector<std::string_view> candidates(allowed.begin(),
                                                 allowed.end());
  return std::string(Closest(lower, candidates).value_or(""));
}

void Check(const Context& context, const Settings& settings,
           Reporter& reporter) {
  Checker(context, settings, reporter).Check();
}

}  // namespace

constinit const Rule kSubsystem = {
    .id = "subsystem",
    .summary = "the title starts with the names of known subsystems",
    .why =
        "The contributing guide asks for the name of the changed subsystem and "
        "a colon, or several names with commas between.  Change logs are "
        "sorted by it.",
    .options = kOptions,
    .rejected = "explain how long titles are told",
    .repaired = "doc: explain how long titles are told",
    .check = Check,
};

}  // namespace commitgate
