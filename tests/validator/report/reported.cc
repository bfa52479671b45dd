// SPDX-License-Identifier: MIT
#include "tests/validator/report/reported.h"

#include <algorithm>

namespace commitgate::testing {
namespace {

void CheckNothing(const Context&, const Settings&, Reporter&) {}

Rule MakeRule(std::string_view id, bool landing_only = false) {
  return {.id = id,
          .summary = {},
          .why = {},
          .landing_only = landing_only,
          .rejected = {},
          .repaired = {},
          .check = CheckNothing};
}

const Rule kAlpha = MakeRule("alpha");
const Rule kBeta = MakeRule("beta");
const Rule kLanding = MakeRule("landing", true);
const Rule kUnused = MakeRule("unused");

RulePolicy MakeRulePolicy(const Rule& rule, Level level) {
  return {.rule = &rule,
          .level = level,
          .settings = Settings({}),
          .level_origin = {},
          .origins = {}};
}

PatternRule MakePatternRule(std::string id, Level level) {
  return {.id = std::move(id),
          .trailer = {},
          .pattern = Pattern("x"),
          .message = {},
          .level = level,
          .origin = {}};
}

Policy MakePolicy() {
  Policy policy;
  policy.rules.push_back(MakeRulePolicy(kAlpha, Level::kError));
  policy.rules.push_back(MakeRulePolicy(kBeta, Level::kWarning));
  policy.rules.push_back(MakeRulePolicy(kLanding, Level::kError));
  policy.rules.push_back(MakeRulePolicy(kUnused, Level::kOff));
  policy.patterns.push_back(MakePatternRule("no-jira", Level::kError));
  policy.patterns.push_back(MakePatternRule("idle", Level::kOff));
  return policy;
}

}  // namespace

Verdict Found(std::vector<Finding> findings) {
  Verdict verdict;
  verdict.findings = std::move(findings);
  if (!verdict.findings.empty())
    verdict.kind = Verdict::Kind::kWarn;
  for (const Finding& finding : verdict.findings)
    if (finding.level == Level::kError)
      verdict.kind = Verdict::Kind::kFail;
  return verdict;
}

Verdict Failed(std::string why) {
  Verdict verdict;
  verdict.kind = Verdict::Kind::kError;
  verdict.error = std::move(why);
  return verdict;
}

std::string Report(std::string_view format, const std::vector<Judged>& commits,
                   const Setting& setting) {
  const Policy policy = MakePolicy();
  const auto writer = FindFormat(format)->make(
      {policy, setting.stage, setting.color, setting.quiet, setting.width});
  Summary summary;
  std::string out;
  writer->Begin(out);
  for (const Judged& judged : commits) {
    summary.Add(judged.verdict);
    writer->Commit(MakeCommit(judged.id, judged.message), judged.verdict, out);
  }
  writer->End(summary, out);
  return out;
}

const std::vector<std::string>& HostileTexts() {
  using namespace std::string_literals;
  static const std::vector<std::string> kTexts = {
      "\x1b[2J\x1b]0;owned\x07",
      "a\r\nb\nc",
      "nul \0 in it"s,
      "\xc2\x9b"
      "31m and \xc2\x85",
      "\xe2\x80\xae"
      "desrever \xe2\x81\xa6 \xe2\x80\xa8 \xe2\x80\xa9",
      "\xf3\xa0\x81\x81 tag, \xe2\x80\x8b space, \xef\xbb\xbf mark",
      "\xff\xfe \xc3( \xed\xa0\x80 \xf4\x90\x80\x80 \xc0\x80",
      "cut off \xe2\x82",
      "quote \" backslash \\ slash / \\u0000",
      "# TODO not so bad",
      "\\# TODO not so bad",
      "\\\\# SKIP it \\",
      "x\nok 99 - forged\nBail out!\n1..1\n",
      "]} , {[",
      "...\n---\n",
      "\x7f\x01\x02",
  };
  return kTexts;
}

}  // namespace commitgate::testing
