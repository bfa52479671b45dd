// SPDX-License-Identifier: MIT
#include "validator/engine/load_policy.h"

#include <gtest/gtest.h>

#include "tests/support/fake_rules.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

/// The levels of the rules, in the order of the catalog.
std::string Levels(const Policy& policy) {
  std::string levels;
  for (const RulePolicy& rule : policy.rules) {
    levels += rule.level == Level::kOff       ? '-'
              : rule.level == Level::kWarning ? 'w'
                                              : 'e';
  }
  return levels;
}

TEST(LoadPolicy, HasAllRulesOfTheCatalogInItsOrder) {
  std::string ids;
  for (const RulePolicy& rule : FakePolicy("").rules)
    ids += std::string(rule.rule->id) + ' ';
  EXPECT_EQ(ids, "alpha beta delta gamma ");
}

TEST(LoadPolicy, ExtendsWhatItNames) {
  const struct {
    const char* toml;
    const char* levels;
  } kCases[] = {
      {"", "ew--"},
      {"extends = 'nodejs'", "ew--"},
      {"extends = 'base'", "ew--"},
      {"extends = 'none'", "----"},
      {"extends = 'base'\n[rules]\nbeta = 'error'\ngamma = 'warning'", "ee-w"},
      {"[rules]\nalpha = 'off'", "-w--"},
      {"extends = 'none'\n[rules]\ndelta = 'error'", "--e-"},
  };
  for (const auto& [toml, levels] : kCases)
    EXPECT_EQ(Levels(FakePolicy(toml)), levels) << toml;
}

TEST(LoadPolicy, IsCalledAfterItsSource) {
  EXPECT_EQ(FakePolicy("").name, "p.toml");
  EXPECT_EQ(LoadPreset("nodejs", FakeContext()).name, "nodejs");
}

TEST(LoadPolicy, FindsFilesBesideTheOneThatExtendsThem) {
  const auto context = FakeContext({
      {"a/b/q.toml", "extends = '../c/r.toml'"},
      {"a/c/r.toml", "extends = './s'"},
      {"a/c/s", "extends = 'none'\n[rules]\ngamma = 'error'"},
  });
  const Policy policy =
      LoadPolicy("a/p.toml", "extends = 'b/./q.toml'", context);
  EXPECT_EQ(Levels(policy), "---e");
  EXPECT_EQ(Describe(policy.rules[3].level_origin), "a/c/s:3");
}

TEST(LoadPolicy, FindsFilesBesideAnAbsolutePath) {
  const auto context = FakeContext({{"/a/q.toml", "extends = 'none'"}});
  EXPECT_EQ(Levels(LoadPolicy("/a/p.toml", "extends = 'q.toml'", context)),
            "----");
}

TEST(LoadPolicy, PrefersAPresetToAFile) {
  const auto context = FakeContext({{"base", "extends = 'none'"}});
  EXPECT_EQ(Levels(LoadPolicy("p.toml", "extends = 'base'", context)), "ew--");
  EXPECT_EQ(Levels(LoadPolicy("p.toml", "extends = './base'", context)),
            "----");
}

TEST(LoadPolicy, RefusesWhatItCannotExtend) {
  const auto files = FakeContext({
      {"cycle.toml", "\nextends = 'p.toml'"},
      {"up.toml", "extends = 'sub/up.toml'"},
      {"sub/up.toml", "extends = '../../up.toml'"},
      {"broken.toml", "\n["},
      {"wrong.toml", "[rules]\nalpha = 'loud'"},
  });
  const struct {
    const char* toml;
    const char* error;
  } kCases[] = {
      {"extends = 1", "p.toml:1:11: 'extends' is a number, a string is wanted"},
      {"extends = ''", "p.toml:1:11: 'extends' is empty"},
      {"extends = 'nodjs'",
       "p.toml:1:11: unknown preset 'nodjs', did you mean 'nodejs'?"},
      {"extends = 'kernel'",
       "p.toml:1:11: unknown preset 'kernel', wanted is one of 'base', "
       "'nodejs'"},
      {"extends = 'nowhere.toml'",
       "p.toml:1:11: cannot be extended: reading 'nowhere.toml': no such file"},
      {"extends = 'p.toml'",
       "p.toml:1:11: cannot be extended: reading 'p.toml': no such file"},
      {"extends = 'cycle.toml'",
       "cycle.toml:2:11: cannot be extended: reading 'p.toml': no such file"},
      {"extends = '/cycle.toml'",
       "p.toml:1:11: '/cycle.toml' is outside of the folder of the policy"},
      {"extends = '../cycle.toml'",
       "p.toml:1:11: '../cycle.toml' is outside of the folder of the policy"},
      {"extends = 'sub/../../cycle.toml'",
       "p.toml:1:11: 'sub/../../cycle.toml' is outside of the folder of the "
       "policy"},
      {"extends = '..'",
       "p.toml:1:11: '..' is outside of the folder of the policy"},
      {"extends = 'up.toml'",
       "sub/up.toml:1:11: '../../up.toml' is outside of the folder of the "
       "policy"},
      {"extends = 'broken.toml'",
       "broken.toml:2:2: parsing table header: encountered end-of-file"},
      {"extends = 'wrong.toml'",
       "wrong.toml:2:9: unknown level 'loud', wanted is one of 'off', "
       "'warning', 'error'"},
  };
  for (const auto& [toml, error] : kCases)
    EXPECT_EQ(PolicyError(toml, files), error) << toml;
}

TEST(LoadPolicy, RefusesCycles) {
  const auto context = FakeContext({
      {"p.toml", "extends = 'p.toml'"},
      {"q.toml", "extends = './p.toml'"},
  });
  EXPECT_EQ(PolicyError("extends = 'p.toml'", context),
            "p.toml:1:11: 'p.toml' extends itself in the end");
  EXPECT_EQ(PolicyError("extends = 'q.toml'", context),
            "q.toml:1:11: 'p.toml' extends itself in the end");
}

TEST(LoadPolicy, SeesNoCycleInAFileCalledAsAPreset) {
  const auto context = FakeContext({{"base", "extends = 'base'"}});
  EXPECT_EQ(PolicyError("extends = './base'", context), "");
}

TEST(LoadPolicy, RefusesCyclesOfPresets) {
  constexpr Preset kPresets[] = {{"a", "extends = 'b'"},
                                 {"b", "extends = 'a'"}};
  const PolicyContext context = {FakeRules(), kPresets, {}};
  EXPECT_EQ(PolicyError("extends = 'a'", context),
            "b:1:11: 'a' extends itself in the end");
}

/// A policy that `others` more extend one after the other.
std::string ErrorOfChain(int others) {
  std::map<std::string, std::string> files;
  for (int i = 1; i < others; ++i)
    files[std::to_string(i) + ".toml"] =
        "extends = '" + std::to_string(i + 1) + ".toml'";
  files[std::to_string(others) + ".toml"] = "extends = 'none'";
  return PolicyError("extends = '1.toml'", FakeContext(files));
}

TEST(LoadPolicy, LimitOfLayersIsInclusive) {
  EXPECT_EQ(ErrorOfChain(7), "");
  EXPECT_EQ(ErrorOfChain(8),
            "7.toml:1:11: more than 8 policies extend one another");
}

TEST(LoadPolicy, NamesNoFilesWhereTheyCannotBeRead) {
  EXPECT_EQ(PolicyError("extends = 'q.toml'"),
            "p.toml:1:11: 'q.toml' cannot be extended: this policy may extend "
            "a preset, but no file");
}

TEST(LoadPolicy, NamesNoFilesFromAPreset) {
  constexpr Preset kPresets[] = {{"a", "extends = 'q.toml'"}};
  PolicyContext context = FakeContext({{"q.toml", ""}});
  context.presets = kPresets;
  EXPECT_EQ(PolicyError("extends = 'a'", context),
            "a:1:11: 'q.toml' cannot be extended: this policy may extend a "
            "preset, but no file");
}

TEST(LoadPolicy, RefusesKeysThatAreNotKnown) {
  const struct {
    const char* toml;
    const char* error;
  } kCases[] = {
      {"extend = 'nodejs'",
       "p.toml:1:1: unknown key 'extend', did you mean 'extends'?"},
      {"[rule.alpha]", "p.toml:1:2: unknown key 'rule', did you mean 'rules'?"},
      {"[rooster]\nsource = 'README.md'",
       "p.toml:1:2: unknown key 'rooster', did you mean 'roster'?"},
      {"a.b = 1", "p.toml:1:1: unknown key 'a'"},
  };
  for (const auto& [toml, error] : kCases)
    EXPECT_EQ(PolicyError(toml), error);
}

TEST(LoadPolicy, ReadsItsOwnKeysBeforeWhatItExtends) {
  EXPECT_EQ(PolicyError("extends = 'nowhere.toml'\n[[ref]]", FakeContext({})),
            "p.toml:2:3: unknown key 'ref', did you mean 'refs'?");
}

TEST(LoadPolicy, ReadsAllThatItExtendsBeforeItLooksForNames) {
  const auto context = FakeContext({
      {"q.toml", "[[refs]]\nmatch = 'refs/heads/*'\npushers = ['@core']"},
  });
  EXPECT_EQ(PolicyError("extends = 'q.toml'\n[groups]\ncor = []", context),
            "q.toml:3:12: unknown group 'core', did you mean 'cor'?");
  EXPECT_EQ(PolicyError("extends = 'q.toml'\n[groups]\ncore = []", context),
            "");
}

TEST(LoadPreset, ExtendsNothingUnlessItSays) {
  EXPECT_EQ(Levels(LoadPreset("base", FakeContext())), "ew--");
  constexpr Preset kPresets[] = {{"empty", ""}};
  EXPECT_EQ(Levels(LoadPreset("empty", {FakeRules(), kPresets, {}})), "----");
}

TEST(LoadPreset, RefusesWhatIsNone) {
  try {
    LoadPreset("nodjs", FakeContext());
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(),
                 "loading the policy: unknown preset 'nodjs', did you mean "
                 "'nodejs'?");
  }
}

}  // namespace
}  // namespace commitgate::testing
