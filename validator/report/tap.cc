// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <vector>

#include "validator/message/printable.h"
#include "validator/report/json_output.h"
#include "validator/report/words.h"
#include "validator/report/writers.h"

namespace commitgate {
namespace {

/// Of any text in a line.
constexpr size_t kMostCharacters = 1000;

/// `text` for a line of TAP.  A `#` could start a directive that turns a
/// failure into a success, and a backslash before it would make the escape of
/// the `#` one of the backslash.
std::string Describe(std::string_view text) {
  std::string described;
  for (const char c : Printable(text, kMostCharacters)) {
    if (c == '#' || c == '\\')
      described += '\\';
    described += c;
  }
  return described;
}

/// A string of JSON is one of YAML too.
void AppendYaml(std::string_view key, std::string_view text, std::string& out) {
  if (text.empty())
    return;
  fmt::format_to(std::back_inserter(out), "  {}: ", key);
  JsonOutput(out).String(text);
  out += '\n';
}

void AppendBlock(const Finding& finding, std::string& out) {
  fmt::format_to(std::back_inserter(out), "  ---\n  line: {}\n  column: {}\n",
                 finding.span.line, finding.span.column);
  AppendYaml("found", finding.found, out);
  AppendYaml("suggestion", finding.suggestion, out);
  out += "  ...\n";
}

/// The rules and patterns that may judge in `options.stage`, in order.
std::vector<std::string_view> RulesOf(const ReportOptions& options) {
  std::vector<std::string_view> rules;
  for (const RulePolicy& rule : options.policy.rules)
    if (rule.level != Level::kOff &&
        (options.stage == Stage::kLanding || !rule.rule->landing_only))
      rules.push_back(rule.rule->id);
  for (const PatternRule& pattern : options.policy.patterns)
    if (pattern.level != Level::kOff)
      rules.push_back(pattern.id);
  return rules;
}

class TapWriter : public ReportWriter {
 public:
  explicit TapWriter(const ReportOptions& options) : rules_(RulesOf(options)) {}

  void Begin(std::string& out) override { out += "TAP version 13\n"; }

  void Commit(const commitgate::Commit& commit, const Verdict& verdict,
              std::string& out) override {
    fmt::format_to(std::back_inserter(out), "# {} {}\n",
                   Printable(commit.id, kMostCharacters),
                   Printable(TitleOf(commit), kMostCharacters));
    if (verdict.kind == Verdict::Kind::kError) {
      AddPoint("not ok",
               fmt::format("{}: could not judge: {}", Describe(commit.id),
                           Describe(verdict.error)),
               out);
      // A rule without findings may be one that gave up.
      for (const Finding& finding : verdict.findings)
        AddFinding(finding, out);
      return;
    }
    for (const std::string_view rule : rules_)
      AddRule(rule, verdict, out);
  }

  void End(const Summary& /*summary*/, std::string& out) override {
    fmt::format_to(std::back_inserter(out), "1..{}{}\n", points_,
                   points_ == 0 ? " # SKIP no commits to judge" : "");
  }

 private:
  void AddRule(std::string_view rule, const Verdict& verdict,
               std::string& out) {
    const auto skip = std::ranges::find(verdict.skipped, rule, &Skip::rule);
    if (skip != verdict.skipped.end()) {
      AddPoint("ok",
               fmt::format("{} # SKIP {}", Describe(rule), Describe(skip->why)),
               out);
      return;
    }
    bool has_findings = false;
    for (const Finding& finding : verdict.findings) {
      if (finding.rule != rule)
        continue;
      has_findings = true;
      AddFinding(finding, out);
    }
    if (!has_findings)
      AddPoint("ok", Describe(rule), out);
  }

  void AddFinding(const Finding& finding, std::string& out) {
    const bool is_error = finding.level == Level::kError;
    AddPoint(is_error ? "not ok" : "ok",
             fmt::format("{}: {}{}", Describe(finding.rule),
                         Describe(finding.message),
                         is_error ? "" : " # TODO warning"),
             out);
    AppendBlock(finding, out);
  }

  void AddPoint(std::string_view status, std::string_view description,
                std::string& out) {
    fmt::format_to(std::back_inserter(out), "{} {} - {}\n", status, ++points_,
                   description);
  }

  const std::vector<std::string_view> rules_;
  size_t points_ = 0;
};

}  // namespace

std::unique_ptr<ReportWriter> MakeTapWriter(const ReportOptions& options) {
  return std::make_unique<TapWriter>(options);
}

}  // namespace commitgate
