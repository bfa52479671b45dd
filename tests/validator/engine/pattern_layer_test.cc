// SPDX-License-Identifier: MIT
#include "validator/engine/pattern_layer.h"

#include <gtest/gtest.h>

#include "tests/support/fake_rules.h"

namespace commitgate::testing {
namespace {

using Target = PatternRule::Target;

/// A `[[patterns]]` with this line instead of, or besides, the usual ones.
std::string WithLine(std::string_view line) {
  const std::string_view key = line.substr(0, line.find(' '));
  std::string toml = "[[patterns]]\n";
  for (const std::string_view usual :
       {"id = 'p'", "target = 'title'", "forbid = 'x'", "message = 'm'"})
    if (!usual.starts_with(key))
      toml.append(usual).append("\n");
  return toml.append(line);
}

std::string Without(std::string_view key) {
  std::string toml = WithLine(std::string(key) + " = ''");
  return toml.substr(0, toml.rfind('\n'));
}

TEST(Patterns, AreReadWhole) {
  const Policy policy = FakePolicy(
      "\n[[patterns]]\nid = 'no-jira'\ntarget = 'trailer:PR-URL'\n"
      "require = '^h'\nmessage = 'm'\nlevel = 'warning'\n");
  ASSERT_EQ(policy.patterns.size(), 1u);
  const PatternRule& pattern = policy.patterns[0];
  EXPECT_EQ(pattern.id, "no-jira");
  EXPECT_EQ(pattern.target, Target::kTrailer);
  EXPECT_EQ(pattern.trailer, "PR-URL");
  EXPECT_EQ(pattern.pattern.source(), "^h");
  EXPECT_TRUE(pattern.require);
  EXPECT_EQ(pattern.message, "m");
  EXPECT_EQ(pattern.level, Level::kWarning);
  EXPECT_EQ(Describe(pattern.origin), "p.toml:3");
}

TEST(Patterns, ForbidAtLevelErrorUnlessTheySay) {
  const Policy policy = FakePolicy(WithLine("target = 'title'"));
  EXPECT_EQ(policy.patterns[0].level, Level::kError);
  EXPECT_FALSE(policy.patterns[0].require);
}

TEST(Patterns, HaveOneOfTheTargets) {
  const struct {
    const char* name;
    Target target;
    const char* trailer;
  } kCases[] = {
      {"title", Target::kTitle, ""},
      {"body", Target::kBody, ""},
      {"message", Target::kMessage, ""},
      {"author", Target::kAuthor, ""},
      {"committer", Target::kCommitter, ""},
      {"trailer:Fixes", Target::kTrailer, "Fixes"},
      {"trailer:KEY", Target::kTrailer, "KEY"},
  };
  for (const auto& [name, target, trailer] : kCases) {
    SCOPED_TRACE(name);
    const Policy policy =
        FakePolicy(WithLine("target = '" + std::string(name) + "'"));
    EXPECT_EQ(policy.patterns[0].target, target);
    EXPECT_EQ(policy.patterns[0].trailer, trailer);
  }
}

TEST(Patterns, ReplaceTheOneWithTheirIdThatIsExtended) {
  const auto context = FakeContext(
      {{"q.toml",
        "[[patterns]]\nid = 'p'\ntarget = 'title'\nforbid = 'x'\n"
        "message = 'old'\n[[patterns]]\nid = 'q'\ntarget = 'title'\n"
        "forbid = 'x'\nmessage = 'q'\n"}});
  const Policy policy =
      LoadPolicy("p.toml",
                 "extends = 'q.toml'\n[[patterns]]\nid = 'r'\ntarget = 'body'\n"
                 "forbid = 'x'\nmessage = 'r'\n" +
                     WithLine("message = 'new'"),
                 context);
  std::string messages;
  for (const PatternRule& pattern : policy.patterns)
    messages += pattern.message + ' ';
  EXPECT_EQ(messages, "new q r ");
}

TEST(Patterns, RefuseWhatIsIncompleteOrUnknown) {
  const struct {
    std::string toml;
    const char* error;
  } kCases[] = {
      {"[patterns]",
       "p.toml:1:2: 'patterns' is a table, wanted is '[[patterns]]'"},
      {Without("id"), "p.toml:1:1: [[patterns]] has no 'id'"},
      {Without("target"), "p.toml:1:1: [[patterns]] has no 'target'"},
      {Without("message"), "p.toml:1:1: [[patterns]] has no 'message'"},
      {Without("forbid"),
       "p.toml:1:1: [[patterns]] has no 'forbid' and no 'require'"},
      {WithLine("require = 'y'"),
       "p.toml:6:1: a pattern has either 'forbid' or 'require', not both"},
      {WithLine("targets = 'y'"),
       "p.toml:6:1: unknown key 'targets', did you mean 'target'?"},
      {WithLine("id = ''"), "p.toml:5:6: 'id' is empty"},
      {WithLine("id = 1"), "p.toml:5:6: 'id' is a number, a string is wanted"},
      {WithLine("message = ''"), "p.toml:5:11: 'message' is empty"},
      {WithLine("forbid = ''"), "p.toml:5:10: 'forbid' is empty"},
      {WithLine("forbid = '('"),
       "p.toml:5:10: bad pattern '(' at offset 1: missing closing parenthesis"},
      {WithLine("level = 'fatal'"),
       "p.toml:6:9: unknown level 'fatal', wanted is one of 'off', 'warning', "
       "'error'"},
      {WithLine("target = 'titel'"),
       "p.toml:5:10: unknown target 'titel', did you mean 'title'?"},
      {WithLine("target = 'subject'"),
       "p.toml:5:10: unknown target 'subject', wanted is one of 'title', "
       "'body', 'message', 'trailer:KEY', 'author', 'committer'"},
      {WithLine("target = 'trailer:'"),
       "p.toml:5:10: '' cannot be the key of a trailer"},
      {WithLine("target = 'trailer:a b'"),
       "p.toml:5:10: 'a b' cannot be the key of a trailer"},
      {WithLine("target = 'trailer:a:b'"),
       "p.toml:5:10: 'a:b' cannot be the key of a trailer"},
      {WithLine("id = 'alpha'"), "p.toml:5:6: 'alpha' is the id of a rule"},
      {WithLine("forbid = 'a'") + "\n" + WithLine("forbid = 'b'"),
       "p.toml:7:6: there are two patterns 'p'"},
  };
  for (const auto& row : kCases)
    EXPECT_EQ(PolicyError(row.toml), row.error) << row.toml;
}

TEST(Exempt, IsReadWhole) {
  const Policy policy = FakePolicy(
      WithLine("id = 'zeta'") +
      "\n[[exempt]]\nauthor = 'bot'\nrules = ['zeta', 'beta', 'alpha']\n");
  ASSERT_EQ(policy.exemptions.size(), 1u);
  const Exemption& exemption = policy.exemptions[0];
  EXPECT_EQ(exemption.author.source(), "bot");
  EXPECT_EQ(exemption.rules,
            (std::vector<std::string>{"alpha", "beta", "zeta"}));
  EXPECT_EQ(exemption.why, "exempt by p.toml:7");
}

TEST(Exempt, AddsToWhatIsExtended) {
  const auto context =
      FakeContext({{"q.toml", "[[exempt]]\nauthor = 'a'\nrules = ['alpha']"}});
  const Policy policy = LoadPolicy(
      "p.toml",
      "extends = 'q.toml'\n[[exempt]]\nauthor = 'b'\nrules = ['beta']",
      context);
  ASSERT_EQ(policy.exemptions.size(), 2u);
  EXPECT_EQ(policy.exemptions[0].why, "exempt by q.toml:2");
  EXPECT_EQ(policy.exemptions[1].why, "exempt by p.toml:3");
}

TEST(Exempt, RefusesWhatIsIncompleteOrUnknown) {
  const struct {
    const char* toml;
    const char* error;
  } kCases[] = {
      {"exempt = 'x'",
       "p.toml:1:1: 'exempt' is a string, wanted is '[[exempt]]'"},
      {"[[exempt]]\nrules = ['alpha']",
       "p.toml:1:1: [[exempt]] has no 'author'"},
      {"[[exempt]]\nauthor = 'x'", "p.toml:1:1: [[exempt]] has no 'rules'"},
      {"[[exempt]]\nauthor = 'x'\nrules = []",
       "p.toml:3:9: [[exempt]] has no rule in 'rules'"},
      {"[[exempt]]\nauthor = ''\nrules = ['alpha']",
       "p.toml:2:10: 'author' is empty"},
      {"[[exempt]]\nauthor = '['\nrules = ['alpha']",
       "p.toml:2:10: bad pattern '[' at offset 1: missing terminating ] for "
       "character class"},
      {"[[exempt]]\nauthor = 'x'\nrules = ['alpha', 'btea']",
       "p.toml:3:19: unknown rule 'btea', did you mean 'beta'?"},
      {"[[exempt]]\npusher = 'x'",
       "p.toml:2:1: unknown key 'pusher', wanted is one of 'author', 'rules'"},
  };
  for (const auto& [toml, error] : kCases)
    EXPECT_EQ(PolicyError(toml), error);
}

}  // namespace
}  // namespace commitgate::testing
