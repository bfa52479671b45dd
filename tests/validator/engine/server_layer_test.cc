// SPDX-License-Identifier: MIT
#include "validator/engine/server_layer.h"

#include <gtest/gtest.h>

#include "tests/support/fake_rules.h"

namespace commitgate::testing {
namespace {

using Names = std::vector<std::string>;

constexpr const char* kAll = R"([limits]
max-commits = 1
max-message = 2
max-refs = 3
deadline = "4s"
[identity]
delegates = ["robot", "@bots"]
[ledger]
unavailable = "allow-forward"
[output]
max-findings = 5
gitlab = true
[groups]
bots = []
)";

void ExpectAll(const PushPolicy& policy, const std::string& source) {
  const auto at = [&source](int line) { return Origin{source, line}; };
  EXPECT_EQ(policy.limits.max_commits, 1);
  EXPECT_EQ(policy.limits.max_message, 2);
  EXPECT_EQ(policy.limits.max_refs, 3);
  EXPECT_EQ(policy.limits.deadline, 4 * kSecond);
  EXPECT_EQ(policy.limits.origins.at("max-refs"), at(4));
  EXPECT_EQ(policy.limits.origins.at("deadline"), at(5));
  EXPECT_EQ(policy.delegates, (Names{"robot", "@bots"}));
  EXPECT_EQ(policy.delegates_origin, at(7));
  EXPECT_TRUE(policy.forward_without_ledger);
  EXPECT_EQ(policy.ledger_origin, at(9));
  EXPECT_EQ(policy.max_findings, 5);
  EXPECT_TRUE(policy.gitlab);
  EXPECT_EQ(policy.output_origins.at("gitlab"), at(12));
}

TEST(Server, IsReadWhole) {
  ExpectAll(FakePolicy(kAll).push, "p.toml");
}

TEST(Server, IsThatOfThePolicyThatIsExtendedWhereNothingIsSaid) {
  const auto context = FakeContext({{"q.toml", kAll}});
  ExpectAll(LoadPolicy("p.toml",
                       "extends = 'q.toml'\n[limits]\n[identity]\n"
                       "[ledger]\n[output]\n",
                       context)
                .push,
            "q.toml");
}

TEST(Server, HasLimitsAndNothingLooseUnlessItSays) {
  const PushPolicy policy = FakePolicy("").push;
  EXPECT_EQ(policy.limits.max_commits, 10'000);
  EXPECT_EQ(policy.limits.max_message, 1'048'576);
  EXPECT_EQ(policy.limits.max_refs, 1'000);
  EXPECT_EQ(policy.limits.deadline, std::nullopt);
  EXPECT_EQ(policy.delegates, Names{});
  EXPECT_FALSE(policy.forward_without_ledger);
  EXPECT_EQ(policy.max_findings, 50);
  EXPECT_FALSE(policy.gitlab);
  EXPECT_EQ(policy.delegates_origin, Origin{});
  EXPECT_EQ(policy.ledger_origin, Origin{});
}

TEST(Server, ChangesWhatItSaysAndNothingElse) {
  const auto context = FakeContext({{"q.toml", kAll}});
  const PushPolicy policy = LoadPolicy("p.toml",
                                       "extends = 'q.toml'\n"
                                       "[limits]\ndeadline = 'off'\n"
                                       "[identity]\ndelegates = []\n"
                                       "[ledger]\nunavailable = 'refuse'\n"
                                       "[output]\ngitlab = false\n",
                                       context)
                                .push;
  EXPECT_EQ(policy.limits.max_commits, 1);
  EXPECT_EQ(policy.limits.deadline, std::nullopt);
  EXPECT_EQ(Describe(policy.limits.origins.at("deadline")), "p.toml:3");
  EXPECT_EQ(Describe(policy.limits.origins.at("max-commits")), "q.toml:2");
  EXPECT_EQ(policy.delegates, Names{});
  EXPECT_FALSE(policy.forward_without_ledger);
  EXPECT_EQ(policy.max_findings, 5);
  EXPECT_FALSE(policy.gitlab);
}

TEST(Server, RefusesWhatItDoesNotKnow) {
  const struct {
    const char* toml;
    const char* error;
  } kCases[] = {
      {"limits = 1", "p.toml:1:10: 'limits' is a number, a table is wanted"},
      {"[[limits]]", "p.toml:1:1: 'limits' is a list, a table is wanted"},
      {"[limits]\nmax-commit = 1",
       "p.toml:2:1: unknown key 'max-commit', did you mean 'max-commits'?"},
      {"[limits]\nmax-commits = 0",
       "p.toml:2:15: 'max-commits' is 0, a number that is at least 1 is "
       "wanted"},
      {"[limits]\nmax-message = -1",
       "p.toml:2:15: 'max-message' is -1, a number that is at least 1 is "
       "wanted"},
      {"[limits]\nmax-refs = '10'",
       "p.toml:2:12: 'max-refs' is a string, a number is wanted"},
      {"[limits]\ndeadline = 5",
       "p.toml:2:12: 'deadline' is a number, a string is wanted"},
      {"[limits]\ndeadline = '0s'",
       "p.toml:2:12: 'deadline' is '0s', a duration such as '10m' is wanted, "
       "from '1s' to '36500d'"},
      {"[limits]\ndeadline = ''",
       "p.toml:2:12: 'deadline' is '', a duration such as '10m' is wanted, "
       "from '1s' to '36500d'"},
      {"[identity]\nprovider = 'unix'",
       "p.toml:2:1: unknown key 'provider', wanted is one of 'delegates'"},
      {"[identity]\ndelegates = 'robot'",
       "p.toml:2:13: 'delegates' is a string, a list is wanted"},
      {"[identity]\ndelegates = ['a b']",
       "p.toml:2:14: 'a b' cannot be a name, 1 to 255 printable ASCII "
       "characters without blanks are wanted"},
      {"[identity]\ndelegates = ['@bots']",
       "p.toml:2:14: unknown group 'bots'"},
      {"[ledger]\nunavailable = 'allow'",
       "p.toml:2:15: unknown value for 'unavailable': 'allow', wanted is one "
       "of 'refuse', 'allow-forward'"},
      {"[ledger]\npath = 'x'",
       "p.toml:2:1: unknown key 'path', wanted is one of 'unavailable'"},
      {"[output]\nmax-findings = 0",
       "p.toml:2:16: 'max-findings' is 0, a number that is at least 1 is "
       "wanted"},
      {"[output]\ngitlab = 'true'",
       "p.toml:2:10: 'gitlab' is a string, true or false is wanted"},
      {"[output]\ncolor = true",
       "p.toml:2:1: unknown key 'color', wanted is one of 'max-findings', "
       "'gitlab'"},
  };
  for (const auto& [toml, error] : kCases)
    EXPECT_EQ(PolicyError(toml), error) << toml;
}

TEST(Server, RefusesUnknownGroupsOfFilesThatItExtends) {
  const auto context =
      FakeContext({{"q.toml", "[identity]\ndelegates = ['@bots']"}});
  EXPECT_EQ(
      PolicyError("extends = 'q.toml'\n[identity]\ndelegates = []", context),
      "q.toml:2:14: unknown group 'bots'");
  EXPECT_EQ(PolicyError("extends = 'q.toml'\n[groups]\nbots = []", context),
            "");
}

}  // namespace
}  // namespace commitgate::testing
