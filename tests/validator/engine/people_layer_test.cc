// SPDX-License-Identifier: MIT
#include "validator/engine/people_layer.h"

#include <gtest/gtest.h>

#include "tests/support/fake_rules.h"
#include "validator/engine/print_policy.h"

namespace commitgate::testing {
namespace {

using RosterGroups = PushPolicy::RosterGroups;
using Logins = std::map<std::string, std::string, std::less<>>;

constexpr const char* kAll = R"([roster]
source = "main:README.md"
mailmap = "tools/mailmap"
logins = { "alice.unix" = "alice" }
[owners]
source = "OWNERS.toml"
)";

void ExpectAll(const PeoplePolicy& people) {
  EXPECT_EQ(people.roster, "main:README.md");
  EXPECT_EQ(people.mailmap, "tools/mailmap");
  EXPECT_EQ(people.logins, (Logins{{"alice.unix", "alice"}}));
  EXPECT_EQ(people.owners, "OWNERS.toml");
}

TEST(PeopleLayer, IsReadWhole) {
  const PeoplePolicy people = FakePolicy(kAll).people;
  ExpectAll(people);
  EXPECT_EQ(Describe(people.origins.at("roster")), "p.toml:2");
  EXPECT_EQ(Describe(people.origins.at("mailmap")), "p.toml:3");
  EXPECT_EQ(Describe(people.origins.at("logins")), "p.toml:4");
  EXPECT_EQ(Describe(people.origins.at("owners")), "p.toml:6");
}

TEST(PeopleLayer, IsPrintedSoThatItIsReadAgain) {
  ExpectAll(FakePolicy(PrintPolicy(FakePolicy(kAll))).people);
  const std::string none = "[roster]\nmailmap = ''";
  EXPECT_EQ(FakePolicy(PrintPolicy(FakePolicy(none))).people.mailmap, "");
}

TEST(PeopleLayer, TakesWhatABranchIsCalledElsewhere) {
  for (const std::string source :
       {"upstream/main:README.md", "refs/heads/main:README.md"})
    EXPECT_EQ(FakePolicy("[roster]\nsource = '" + source + "'").people.roster,
              source);
}

TEST(PeopleLayer, NamesNobodyByItself) {
  const PeoplePolicy people = FakePolicy("").people;
  EXPECT_EQ(people.roster, "");
  EXPECT_EQ(people.mailmap, ".mailmap");
  EXPECT_EQ(people.owners, "");
}

TEST(PeopleLayer, HasTheMailmapBesideTheRoster) {
  const auto mailmap = [](const std::string& toml) {
    return FakePolicy("[roster]\n" + toml).people.mailmap;
  };
  EXPECT_EQ(mailmap("source = 'main:README.md'"), "main:.mailmap");
  EXPECT_EQ(mailmap("source = 'README.md'"), ".mailmap");
  EXPECT_EQ(mailmap("source = 'main:a'\nmailmap = '.mailmap'"), ".mailmap");
  EXPECT_EQ(mailmap("source = 'main:a'\nmailmap = ''"), "");
}

TEST(PeopleLayer, KnowsWhatMayDifferByBranch) {
  const auto differ = [](const std::string& toml) {
    return FakePolicy(toml).people.DifferByBranch();
  };
  EXPECT_TRUE(differ("[roster]\nsource = 'README.md'"));
  EXPECT_TRUE(differ("[owners]\nsource = 'OWNERS'"));
  EXPECT_TRUE(differ("[roster]\nsource = 'a:b'\nmailmap = '.mailmap'"));
  EXPECT_TRUE(differ("[roster]\nsource = 'a:b'\n[owners]\nsource = 'x'"));
  EXPECT_TRUE(differ("[owners]\nsource = 'a:OWNERS'"));
  EXPECT_FALSE(differ("[roster]\nsource = 'a:b'"));
  EXPECT_FALSE(differ("[roster]\nsource = 'a:b'\n[owners]\nsource = 'a:x'"));
  EXPECT_FALSE(differ("[owners]\nsource = 'a:b'\n[roster]\nmailmap = ''"));
  EXPECT_FALSE(differ(""));
}

TEST(PeopleLayer, AddsToWhatIsExtended) {
  const auto context = FakeContext({{"q.toml", kAll}});
  const PeoplePolicy people =
      LoadPolicy("p.toml",
                 "extends = 'q.toml'\n[roster]\nsource = 'PEOPLE.toml'\n"
                 "logins = { bob = 'robert' }",
                 context)
          .people;
  EXPECT_EQ(people.roster, "PEOPLE.toml");
  EXPECT_EQ(people.mailmap, "tools/mailmap");
  EXPECT_EQ(people.logins,
            (Logins{{"alice.unix", "alice"}, {"bob", "robert"}}));
}

TEST(PeopleLayer, KnowsTheGroupsThatTheRosterTellsOf) {
  const std::string refs =
      "[[refs]]\nmatch = 'refs/heads/main'\npushers = ['@triagers']\n";
  EXPECT_EQ(
      FakePolicy(refs + "[roster]\nsource = 'README.md'").push.roster_groups,
      RosterGroups::kOfReadme);
  EXPECT_EQ(PolicyError(refs), "p.toml:3:12: unknown group 'triagers'");
  EXPECT_EQ(PolicyError("[[refs]]\nmatch = 'refs/heads/main'\n"
                        "pushers = ['@collaborator']\n"
                        "[roster]\nsource = 'README.md'"),
            "p.toml:3:12: unknown group 'collaborator', did you mean "
            "'collaborators'?");
}

TEST(PeopleLayer, LeavesTheGroupsOfATomlRosterToIt) {
  const Policy policy = FakePolicy(
      "[[refs]]\nmatch = 'refs/heads/main'\npushers = ['@anybody']\n"
      "[roster]\nsource = 'PEOPLE.toml'");
  EXPECT_EQ(policy.push.roster_groups, RosterGroups::kAny);
}

TEST(PeopleLayer, RefusesWhatIsNoFileOfTheProject) {
  for (const std::string source :
       {"/etc/passwd", "../README.md", "a/../../b", "./README.md", "a/",
        "main:/etc/passwd", "main:../x", ":README.md", "main:", "a/../b", ".",
        "a//b", "main:a/../b", "HEAD:x", "heads/main:x", "tags/v1:x",
        "refs/tags/v1:x", "main~1:x"}) {
    SCOPED_TRACE(source);
    const std::string wanted = "p.toml:2:10: '" + source +
                               "' is no file of the project, '<path>' or "
                               "'<branch>:<path>' is wanted";
    EXPECT_EQ(PolicyError("[roster]\nsource = '" + source + "'"), wanted);
    EXPECT_EQ(PolicyError("[owners]\nsource = '" + source + "'"), wanted);
  }
}

TEST(PeopleLayer, RefusesWhatItDoesNotKnow) {
  const struct {
    const char* what;
    const char* toml;
    const char* error;
  } kCases[] = {
      {"a slip in a key", "[roster]\nsuorce = 'x'",
       "p.toml:2:1: unknown key 'suorce', did you mean 'source'?"},
      {"an empty source", "[roster]\nsource = ''",
       "p.toml:2:10: 'source' is empty"},
      {"a list of sources", "[owners]\nsource = ['x']",
       "p.toml:2:10: 'source' is a list, a string is wanted"},
      {"a login that is none", "[roster]\nlogins = { a = 1 }",
       "p.toml:2:16: 'a' is a number, a string is wanted"},
      {"no table", "roster = 'README.md'",
       "p.toml:1:10: 'roster' is a string, a table is wanted"},
  };
  for (const auto& given : kCases) {
    SCOPED_TRACE(given.what);
    EXPECT_EQ(PolicyError(given.toml), given.error);
  }
}

}  // namespace
}  // namespace commitgate::testing
