// SPDX-License-Identifier: MIT
#include "validator/engine/rule_layer.h"

#include <gtest/gtest.h>

#include "tests/support/fake_rules.h"

namespace commitgate::testing {
namespace {

using Names = Settings::Names;

const RulePolicy& RuleOf(const Policy& policy, std::string_view id) {
  for (const RulePolicy& rule : policy.rules)
    if (rule.rule->id == id)
      return rule;
  throw std::out_of_range("no such rule");
}

Names NamesOf(std::string_view toml) {
  const Policy policy = FakePolicy(toml);
  return RuleOf(policy, "alpha").settings.List("names");
}

Names IdsOf(const Policy& policy, bool RulePolicy::*flag) {
  Names ids;
  for (const RulePolicy& rule : policy.rules)
    if (rule.*flag)
      ids.emplace_back(rule.rule->id);
  return ids;
}

TEST(Rules, TakeALevelAloneOrInATable) {
  const Policy policy = FakePolicy(
      "[rules]\nalpha = 'off'\nbeta = 'error'\n"
      "[rules.gamma]\nlevel = 'warning'\n");
  EXPECT_EQ(RuleOf(policy, "alpha").level, Level::kOff);
  EXPECT_EQ(RuleOf(policy, "beta").level, Level::kError);
  EXPECT_EQ(RuleOf(policy, "gamma").level, Level::kWarning);
  EXPECT_EQ(RuleOf(policy, "delta").level, Level::kOff);
}

TEST(Rules, TakeEachKindOfOption) {
  const Policy policy = FakePolicy(
      "[rules.alpha]\nmax = 0\nmode = 'hard'\nnames = ['z', 'y']\n"
      "match = 'x+'\n");
  const Settings& settings = RuleOf(policy, "alpha").settings;
  EXPECT_EQ(settings.Number("max"), 0);
  EXPECT_EQ(settings.Choice("mode"), "hard");
  EXPECT_EQ(settings.List("names"), (Names{"y", "z"}));
  EXPECT_EQ(settings.Find("match")->source(), "x+");
}

TEST(Rules, KeepWhatIsNotSaid) {
  const Policy policy = FakePolicy("[rules.alpha]\nmax = 1\n");
  const RulePolicy& alpha = RuleOf(policy, "alpha");
  EXPECT_EQ(alpha.level, Level::kError);
  EXPECT_EQ(alpha.settings.Choice("mode"), "soft");
  EXPECT_EQ(alpha.settings.Find("match"), nullptr);
}

TEST(Rules, RememberWhereTheirValuesComeFrom) {
  const Policy policy = FakePolicy(
      "[rules.alpha]\nmax = 1\n\nadd = ['c']\n"
      "[rules]\ngamma = 'error'");
  const RulePolicy& alpha = RuleOf(policy, "alpha");
  EXPECT_EQ(Describe(alpha.level_origin), "base:2");
  EXPECT_EQ(Describe(RuleOf(policy, "gamma").level_origin), "p.toml:6");
  EXPECT_EQ(Describe(RuleOf(policy, "delta").level_origin), "default");
  const std::map<std::string, Origin, std::less<>> origins = {
      {"max", {"p.toml", 2}}, {"names", {"default, p.toml", 4}}};
  EXPECT_EQ(alpha.origins, origins);
}

TEST(Rules, TakeAPatternAwayWithAnEmptyOne) {
  const Policy policy =
      LoadPolicy("p.toml", "extends = 'q.toml'\n[rules.alpha]\nmatch = ''",
                 FakeContext({{"q.toml", "[rules.alpha]\nmatch = 'x'"}}));
  EXPECT_EQ(RuleOf(policy, "alpha").settings.Find("match"), nullptr);
}

TEST(Rules, AddAndRemoveNames) {
  const struct {
    const char* table;
    Names names;
  } kCases[] = {
      {"", {"a", "b"}},
      {"add = ['c']", {"a", "b", "c"}},
      {"add = ['a']", {"a", "b"}},
      {"add = []", {"a", "b"}},
      {"remove = ['a']", {"b"}},
      {"remove = ['a', 'b']", {}},
      {"remove = ['a']\nadd = ['c']", {"b", "c"}},
      {"remove = ['c']\nadd = ['c']", {"a", "b"}},
      {"add = ['c']\nnames = ['x']", {"c", "x"}},
      {"names = []", {}},
  };
  for (const auto& [table, names] : kCases)
    EXPECT_EQ(NamesOf(std::string("[rules.alpha]\n") + table), names) << table;
}

TEST(Rules, RefuseWhatIsNoRuleOrOption) {
  const struct {
    const char* toml;
    const char* error;
  } kCases[] = {
      {"rules = 1", "p.toml:1:9: 'rules' is a number, a table is wanted"},
      {"[[rules]]", "p.toml:1:1: 'rules' is a list, a table is wanted"},
      {"[rules.alhpa]\nmax = 1",
       "p.toml:1:8: unknown rule 'alhpa', did you mean 'alpha'?"},
      {"[rules]\nomega = 'off'",
       "p.toml:2:1: unknown rule 'omega', wanted is one of 'alpha', 'beta', "
       "'delta', 'gamma'"},
      {"[rules]\nalpha = 'loud'",
       "p.toml:2:9: unknown level 'loud', wanted is one of 'off', 'warning', "
       "'error'"},
      {"[rules]\nalpha = true",
       "p.toml:2:9: 'alpha' is true or false, a level or a table is wanted"},
      {"[rules.alpha]\nlevel = 'of'",
       "p.toml:2:9: unknown level 'of', did you mean 'off'?"},
      {"[rules.alpha]\nlevel = 1",
       "p.toml:2:9: 'level' is a number, a string is wanted"},
      {"[rules.alpha]\nmaxi = 1",
       "p.toml:2:1: rule 'alpha' has no option 'maxi', did you mean 'max'?"},
      {"[rules.beta]\nmax = 1",
       "p.toml:2:1: rule 'beta' has no option 'max', wanted is one of "
       "'level'"},
      {"[rules.alpha]\nmax = '72'",
       "p.toml:2:7: 'max' is a string, a number is wanted"},
      {"[rules.alpha]\nmax = -1",
       "p.toml:2:7: 'max' is -1, a number that is not negative is wanted"},
      {"[rules.alpha]\nmode = 'medium'",
       "p.toml:2:8: unknown mode 'medium', wanted is one of 'soft', 'hard'"},
      {"[rules.alpha]\nnames = 'a'",
       "p.toml:2:9: 'names' is a string, a list is wanted"},
      {"[rules.alpha]\nnames = ['a', '']",
       "p.toml:2:15: 'names' lists an empty name"},
      {"[rules.alpha]\nmatch = '['",
       "p.toml:2:9: bad pattern '[' at offset 1: missing terminating ] for "
       "character class"},
      {"[rules.alpha]\nadd = 'a'",
       "p.toml:2:7: 'add' is a string, a list is wanted"},
      {"[rules.alpha]\nremove = ['aa']",
       "p.toml:2:11: 'names' does not list 'aa', did you mean 'a'?"},
      {"[rules.beta]\nadd = ['a']",
       "p.toml:2:1: rule 'beta' has no list that 'add' could change"},
      {"[rules.gamma]\nremove = ['a']",
       "p.toml:2:1: 'remove' does not say which list of 'gamma' it means"},
  };
  for (const auto& [toml, error] : kCases)
    EXPECT_EQ(PolicyError(toml), error);
}

TEST(Exemptions, ReplaceTheLists) {
  const auto context = FakeContext(
      {{"q.toml",
        "[exemptions]\nrelease = ['alpha', 'beta']\nmerge = ['gamma']"}});
  const Policy policy = LoadPolicy(
      "p.toml", "extends = 'q.toml'\n[exemptions]\nrelease = ['beta']",
      context);
  EXPECT_EQ(IdsOf(policy, &RulePolicy::exempts_releases), Names{"beta"});
  EXPECT_EQ(IdsOf(policy, &RulePolicy::exempts_merges), Names{"gamma"});
  EXPECT_EQ(Describe(policy.release_origin), "p.toml:3");
  EXPECT_EQ(Describe(policy.merge_origin), "q.toml:3");
}

TEST(Exemptions, RefuseWhatIsNoListOfRules) {
  const struct {
    const char* toml;
    const char* error;
  } kCases[] = {
      {"exemptions = []",
       "p.toml:1:14: 'exemptions' is a list, a table is wanted"},
      {"[exemptions]\nmerges = []",
       "p.toml:2:1: unknown key 'merges', did you mean 'merge'?"},
      {"[exemptions]\nmerge = 'alpha'",
       "p.toml:2:9: 'merge' is a string, a list is wanted"},
      {"[exemptions]\nrelease = ['alpha', 'bta']",
       "p.toml:2:21: unknown rule 'bta', did you mean 'beta'?"},
  };
  for (const auto& [toml, error] : kCases)
    EXPECT_EQ(PolicyError(toml), error);
}

}  // namespace
}  // namespace commitgate::testing
