// SPDX-License-Identifier: MIT
#include "validator/engine/judge.h"

#include <sstream>

#include <gtest/gtest.h>

#include "tests/support/fake_repository_view.h"
#include "tests/support/fake_rules.h"
#include "validator/people/owners.h"

namespace commitgate::testing {
namespace {

using Kind = Verdict::Kind;

constexpr std::string_view kOnly = "extends = 'none'\n[rules]\n";

std::string Only(std::string_view toml) {
  return std::string(kOnly).append(toml);
}

/// A verdict in a few words: the findings, then what was skipped.
std::string Told(const Verdict& verdict) {
  std::ostringstream told;
  for (const Finding& finding : verdict.findings)
    told << finding.span.line << ':' << finding.span.column << ' '
         << (finding.level == Level::kError ? "error" : "warning") << ' '
         << finding.rule << "; ";
  for (const Skip& skip : verdict.skipped)
    told << "skipped " << skip.rule << ": " << skip.why << "; ";
  return told.str();
}

std::string Told(std::string_view toml, const Commit& commit,
                 Stage stage = Stage::kLanding) {
  const Policy policy = FakePolicy(toml);
  return Told(Judge(commit, policy, stage));
}

Commit Merge() {
  Commit commit = MakeCommit("id", "Merge branch");
  commit.parents = 2;
  return commit;
}

Commit By(std::string_view name, std::string_view email) {
  Commit commit = MakeCommit("id", "title");
  SetAuthor(commit, name, email);
  return commit;
}

TEST(Judge, SortsFindingsByPlaceAndKeepsTheOrderOfRules) {
  EXPECT_EQ(Told(Only("beta = 'error'\ngamma = 'error'"),
                 MakeCommit("id", "one\ntwo")),
            "1:1 warning beta; 1:1 error gamma; 1:2 error beta; "
            "2:2 error beta; ");
}

TEST(Judge, LowersFindingsToTheLevelOfTheirRule) {
  EXPECT_EQ(Told(Only("beta = 'warning'"), MakeCommit("id", "one")),
            "1:1 warning beta; 1:2 warning beta; ");
}

TEST(Judge, DoesNotRunOrListWhatIsOff) {
  EXPECT_EQ(Told(Only("beta = 'off'"), MakeCommit("id", "one")), "");
}

TEST(Judge, SaysPassWarnOrFail) {
  const Commit commit = MakeCommit("id", "one");
  const Commit empty = MakeCommit("id", "");
  const struct {
    const char* rules;
    const Commit& commit;
    Kind kind;
  } kCases[] = {
      {"alpha = 'error'", commit, Kind::kPass},
      {"beta = 'off'", commit, Kind::kPass},
      {"beta = 'warning'", commit, Kind::kWarn},
      {"beta = 'error'", empty, Kind::kWarn},
      {"beta = 'error'", commit, Kind::kFail},
      {"delta = 'error'", commit, Kind::kError},
      {"delta = 'warning'", commit, Kind::kError},
      {"beta = 'error'\ndelta = 'warning'", commit, Kind::kError},
      {"delta = 'off'", commit, Kind::kPass},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.rules);
    const Policy policy = FakePolicy(Only(row.rules));
    EXPECT_EQ(Judge(row.commit, policy, Stage::kLanding).kind, row.kind);
  }
}

TEST(Judge, TellsWhyItGaveUpAndWhatElseItFound) {
  const Policy policy = FakePolicy(Only("delta = 'error'\ngamma = 'error'"));
  const Verdict verdict =
      Judge(MakeCommit("id", "one"), policy, Stage::kLanding);
  EXPECT_EQ(verdict.error, "delta: too hard");
  EXPECT_EQ(Told(verdict), "1:1 error gamma; ");
}

TEST(Judge, SkipsLandingRulesForDrafts) {
  const std::string toml = Only("gamma = 'error'");
  const Commit commit = MakeCommit("id", "one");
  EXPECT_EQ(Told(toml, commit, Stage::kDraft), "skipped gamma: draft; ");
  EXPECT_EQ(Told(toml, commit, Stage::kLanding), "1:1 error gamma; ");
}

TEST(Judge, SkipsWhatExemptsMerges) {
  const std::string toml = Only(
      "gamma = 'error'\nalpha = 'error'\n[exemptions]\n"
      "merge = ['gamma', 'delta']");
  EXPECT_EQ(Told(toml, Merge()), "skipped gamma: merge commit; ");
  Commit unknown = MakeCommit("id", "Merge branch");
  EXPECT_EQ(Told(toml, unknown), "1:1 error gamma; ");
  unknown.parents = 1;
  EXPECT_EQ(Told(toml, unknown), "1:1 error gamma; ");
}

TEST(Judge, SkipsWhatExemptsReleases) {
  const std::string toml =
      Only("gamma = 'error'\n[exemptions]\nrelease = ['gamma']");
  EXPECT_EQ(
      Told(toml, MakeCommit("id", "2024-05-02, Version 22.1.0 (Current)")),
      "skipped gamma: release commit; ");
  EXPECT_EQ(Told(toml, MakeCommit("id", "doc: 2024-05-02, Version 22.1.0")),
            "1:1 error gamma; ");
}

TEST(Judge, SkipsWhatAnAuthorIsExemptFrom) {
  const std::string toml = Only(
      "gamma = 'error'\nbeta = 'off'\n[[exempt]]\n"
      "author = '^R <r@x\\.org>$'\nrules = ['gamma', 'beta']");
  EXPECT_EQ(Told(toml, By("R", "r@x.org")),
            "skipped gamma: exempt by p.toml:6; ");
  EXPECT_EQ(Told(toml, By("R", "r@x_org")), "1:1 error gamma; ");
  EXPECT_EQ(Told(toml, MakeCommit("id", "one")), "1:1 error gamma; ");
}

TEST(Judge, LetsSeveralExemptionsAddUp) {
  EXPECT_EQ(Told(Only("gamma = 'error'\ndelta = 'error'\n"
                      "[[exempt]]\nauthor = 'R'\nrules = ['gamma']\n"
                      "[[exempt]]\nauthor = 'r@'\nrules = ['delta']\n"),
                 By("R", "r@x.org")),
            "skipped delta: exempt by p.toml:9; "
            "skipped gamma: exempt by p.toml:6; ");
}

TEST(Judge, CannotJudgeWhereAnExemptionGivesUp) {
  const Policy policy =
      FakePolicy(Only("gamma = 'error'\n"
                      "[[exempt]]\nauthor = '(a+)+$'\nrules = ['gamma']"));
  const Verdict verdict =
      Judge(By(std::string(100, 'a'), "x"), policy, Stage::kLanding);
  EXPECT_EQ(verdict.kind, Kind::kError);
  EXPECT_EQ(verdict.error,
            "exempt by p.toml:5: pattern gave up: match limit exceeded");
  EXPECT_EQ(Told(verdict), "1:1 error gamma; ");
}

constexpr std::string_view kPattern =
    "extends = 'none'\n"
    "[[patterns]]\nid = 'p'\ntarget = 'message'\nforbid = 'x'\nmessage = 'm'\n";

TEST(Judge, RunsPatterns) {
  EXPECT_EQ(Told(kPattern, MakeCommit("id", "one\ntwo x")), "2:5 error p; ");
  EXPECT_EQ(Told(kPattern, MakeCommit("id", "one")), "");
  EXPECT_EQ(
      Told(std::string(kPattern) + "level = 'warning'", MakeCommit("id", "x")),
      "1:1 warning p; ");
  EXPECT_EQ(
      Told(std::string(kPattern) + "level = 'off'", MakeCommit("id", "x")), "");
}

TEST(Judge, SkipsPatternsOnMerges) {
  EXPECT_EQ(Told(kPattern, Merge()), "skipped p: merge commit; ");
  EXPECT_EQ(Told(std::string(kPattern) + "level = 'off'", Merge()), "");
}

TEST(Judge, SkipsPatternsThatAnAuthorIsExemptFrom) {
  EXPECT_EQ(
      Told(std::string(kPattern) + "[[exempt]]\nauthor = 'R'\nrules = ['p']",
           By("R", "r")),
      "skipped p: exempt by p.toml:8; ");
}

TEST(CouldNotJudge, IsAnErrorWithItsReason) {
  const Verdict verdict = CouldNotJudge("no such commit");
  EXPECT_EQ(verdict.kind, Kind::kError);
  EXPECT_EQ(verdict.error, "no such commit");
  EXPECT_EQ(Told(verdict), "");
}

/// A policy with one rule, which finds an error wherever it judges.
Policy Needing(Needs needs, Rule& rule) {
  rule.id = "needy";
  rule.needs = needs;
  rule.check = [](const Context&, const Settings&, Reporter& reporter) {
    reporter.Error({{1, 1, 0}, "judged"});
  };
  Policy policy;
  policy.rules.push_back({.rule = &rule,
                          .level = Level::kError,
                          .settings = Settings(rule.options)});
  return policy;
}

TEST(Judge, SkipsRulesThatNeedWhatIsNotThere) {
  for (const Missing& missing : kMissing) {
    SCOPED_TRACE(missing.why);
    Rule rule;
    const Policy policy = Needing(Needs{} | missing.need, rule);
    EXPECT_EQ(Told(Judge(MakeCommit("id", "one"), policy, Stage::kLanding)),
              "skipped needy: " + std::string(missing.why) + "; ");
  }
}

TEST(Judge, SkipsEachRuleThatNeedsWhatIsNotThere) {
  const Roster roster;
  const Views views{.roster = &roster};
  Rule needy;
  Policy policy = Needing(Need::kRoster | Need::kPusher, needy);
  Rule content;
  Policy others = Needing(Needs{} | Need::kRoster, content);
  content.id = "content";
  policy.rules.push_back(std::move(others.rules[0]));
  others = Needing(Need::kRoster | Need::kPusher, needy);
  policy.rules.push_back(std::move(others.rules[0]));
  EXPECT_EQ(
      Told(Judge(MakeCommit("id", "one"), policy, Stage::kLanding, views)),
      "1:1 error content; skipped needy: no pusher; skipped needy: no "
      "pusher; ");
}

/// A repository that the commit is not in.
class Elsewhere : public FakeRepositoryView {
 public:
  bool Stores(const Commit&) const override { return false; }
};

TEST(Judge, RunsRulesThatHaveWhatTheyNeed) {
  const Roster roster;
  const Owners owners;
  const FakeRepositoryView repository;
  const Elsewhere elsewhere;
  const Commit commit = MakeCommit("id", "one");
  Views views{.roster = &roster,
              .owners = &owners,
              .repository = &repository,
              .pusher = "alice",
              .now = 0};
  Rule rule;
  Needs all = Needs{} | Need::kMailmap;
  for (const Missing& missing : kMissing)
    all = all | missing.need;
  const Policy policy = Needing(all, rule);
  EXPECT_EQ(Told(Judge(commit, policy, Stage::kLanding, views)),
            "1:1 error needy; ");
  views.repository = &elsewhere;
  EXPECT_EQ(Told(Judge(commit, policy, Stage::kLanding, views)),
            "skipped needy: no stored commit; ");
}

TEST(Judge, ShowsChangesToRulesThatNeedThem) {
  const FakeRepositoryView repository;
  const Views views{.repository = &repository};
  for (const bool needs_them : {false, true}) {
    SCOPED_TRACE(needs_them);
    Rule rule;
    Policy policy =
        Needing(needs_them ? Needs{} | Need::kChanges : Needs{}, rule);
    rule.check = [](const Context& context, const Settings&,
                    Reporter& reporter) {
      if (context.changes)
        reporter.Error({{1, 1, 0}, "changes are there"});
    };
    EXPECT_EQ(
        Told(Judge(MakeCommit("id", "one"), policy, Stage::kLanding, views)),
        needs_them ? "1:1 error needy; " : "");
  }
}

TEST(Judge, TellsWhoReviewedToRulesThatNeedThat) {
  const Commit commit =
      MakeCommit("id",
                 "one\n\nReviewed-By: A <a@b.c>\nReviewed-By: B\n"
                 "Reviewed-By: C <c@b.c>\n");
  for (const bool needs_them : {false, true}) {
    SCOPED_TRACE(needs_them);
    Rule rule;
    Policy policy =
        Needing(needs_them ? Needs{} | Need::kMailmap : Needs{}, rule);
    rule.check = [](const Context& context, const Settings&,
                    Reporter& reporter) {
      for (const auto& [reviewer, person] : context.reviewers)
        if (reviewer->mailbox.email == person.proper_email)
          reporter.Error({context.message().SpanOf(*reviewer->trailer,
                                                   reviewer->mailbox.email),
                          "reviewed"});
    };
    EXPECT_EQ(Told(Judge(commit, policy, Stage::kLanding)),
              needs_them ? "3:17 error needy; 5:17 error needy; " : "");
  }
}

TEST(Judge, TellsWhatThePolicyNeeds) {
  Rule rule;
  Policy policy = Needing(Need::kRoster | Need::kNow, rule);
  EXPECT_EQ(NeedsOf(policy, Stage::kDraft), Need::kRoster | Need::kNow);
  rule.landing_only = true;
  EXPECT_EQ(NeedsOf(policy, Stage::kDraft), Needs{});
  EXPECT_EQ(NeedsOf(policy, Stage::kLanding), Need::kRoster | Need::kNow);
  policy.rules[0].level = Level::kOff;
  EXPECT_EQ(NeedsOf(policy, Stage::kLanding), Needs{});
}

}  // namespace
}  // namespace commitgate::testing
