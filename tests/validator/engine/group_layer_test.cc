// SPDX-License-Identifier: MIT
#include "validator/engine/group_layer.h"

#include <gtest/gtest.h>

#include "tests/support/fake_rules.h"

namespace commitgate::testing {
namespace {

using Names = std::vector<std::string>;

std::string WithMember(const std::string& name) {
  return "[groups]\ncore = ['" + name + "']";
}

TEST(Groups, AreSortedWithoutDuplicates) {
  const PushPolicy policy =
      FakePolicy("[groups]\ncore = ['bob', 'alice', 'bob', 'Zoe']\nempty = []")
          .push;
  EXPECT_EQ(policy.groups.size(), 2u);
  EXPECT_EQ(policy.groups.at("core"), (Names{"Zoe", "alice", "bob"}));
  EXPECT_EQ(policy.groups.at("empty"), Names{});
  EXPECT_EQ(Describe(policy.group_origins.at("empty")), "p.toml:3");
}

TEST(Groups, ReplaceThoseOfTheirNameThatAreExtended) {
  const auto context =
      FakeContext({{"q.toml", "[groups]\ncore = ['alice']\nbots = ['robot']"}});
  const PushPolicy policy =
      LoadPolicy("p.toml", "extends = 'q.toml'\n[groups]\ncore = ['bob']",
                 context)
          .push;
  EXPECT_EQ(policy.groups.at("core"), Names{"bob"});
  EXPECT_EQ(Describe(policy.group_origins.at("core")), "p.toml:3");
  EXPECT_EQ(policy.groups.at("bots"), Names{"robot"});
  EXPECT_EQ(Describe(policy.group_origins.at("bots")), "q.toml:3");
}

TEST(Groups, AreCalledAsPeopleAre) {
  const PushPolicy policy =
      FakePolicy("[groups]\n'a.b/c' = []\n[identity]\ndelegates = ['@a.b/c']")
          .push;
  EXPECT_TRUE(policy.groups.contains("a.b/c"));
}

TEST(Groups, HoldAllNamesThatAProviderMayKnow) {
  for (const std::string& name :
       {std::string("a"), std::string("a@b.example"), std::string("1000"),
        std::string("dependabot[bot]"), std::string("~!#$%&()*+,-./:;<=>?"),
        std::string(255, 'x')})
    EXPECT_EQ(PolicyError(WithMember(name)), "") << name;
}

TEST(Groups, RefuseWhatIsNoName) {
  constexpr std::string_view kWanted =
      " cannot be a name, 1 to 255 printable ASCII characters without blanks "
      "are wanted";
  for (const std::string& name :
       {std::string(" "), std::string("a b"), std::string("a\tb"),
        std::string("\xc3\xa9"), std::string(256, 'x')})
    EXPECT_EQ(PolicyError(WithMember(name)),
              "p.toml:2:9: '" + name + "'" + std::string(kWanted));
  EXPECT_EQ(PolicyError("[groups]\n'a b' = []"),
            "p.toml:2:1: 'a b'" + std::string(kWanted));
  EXPECT_EQ(PolicyError("[groups]\n'' = []"),
            "p.toml:2:1: ''" + std::string(kWanted));
}

TEST(Groups, RefuseWhatIsNoGroup) {
  const struct {
    const char* toml;
    const char* error;
  } kCases[] = {
      {"groups = ['a']", "p.toml:1:10: 'groups' is a list, a table is wanted"},
      {"[[groups]]", "p.toml:1:1: 'groups' is a list, a table is wanted"},
      {"[groups]\ncore = 'a'",
       "p.toml:2:8: 'core' is a string, a list is wanted"},
      {"[groups.core]", "p.toml:1:1: 'core' is a table, a list is wanted"},
      {"[groups]\ncore = ['']", "p.toml:2:9: 'core' lists an empty name"},
      {"[groups]\ncore = ['a', '@b']",
       "p.toml:2:14: '@b' is a group, and a group holds names only"},
      {"[groups]\n'@core' = []",
       "p.toml:2:1: a group is named without the '@': 'core'"},
  };
  for (const auto& [toml, error] : kCases)
    EXPECT_EQ(PolicyError(toml), error) << toml;
}

TEST(Groups, AreMissedWithWhatWasMeant) {
  const std::string groups = "[groups]\nbackporters = []\nreleasers = []\n";
  const struct {
    const char* name;
    const char* error;
  } kCases[] = {
      {"@backporters", ""},
      {"backporter", ""},
      {"@backporter",
       "unknown group 'backporter', did you mean 'backporters'?"},
      {"@tsc",
       "unknown group 'tsc', wanted is one of 'backporters', "
       "'releasers'"},
      {"@", "unknown group '', wanted is one of 'backporters', 'releasers'"},
      {"@@releasers", "unknown group '@releasers', did you mean 'releasers'?"},
  };
  for (const std::string refs :
       {"[[refs]]\nmatch = 'refs/heads/x'\npushers = ['",
        "[limits]\n[identity]\ndelegates = ['"}) {
    const size_t column = refs.size() - refs.rfind('\n') - 1;
    for (const auto& [name, error] : kCases) {
      const std::string place = "p.toml:6:" + std::to_string(column) + ": ";
      EXPECT_EQ(PolicyError(groups + refs + name + "']"),
                *error == '\0' ? "" : place + error)
          << name;
    }
  }
}

}  // namespace
}  // namespace commitgate::testing
