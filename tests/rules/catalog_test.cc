// SPDX-License-Identifier: MIT
#include "rules/catalog.h"

#include <algorithm>
#include <fstream>
#include <sstream>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"
#include "tests/support/known_people.h"
#include "validator/engine/load_policy.h"
#include "validator/people/owners.h"

namespace commitgate::testing {
namespace {

TEST(Catalog, HasRulesSortedAndUnique) {
  EXPECT_EQ(Catalog().size(), 34u);
  EXPECT_TRUE(std::ranges::is_sorted(Catalog(), std::less_equal(), &Rule::id));
}

TEST(Catalog, FindsEachRule) {
  for (const Rule* rule : Catalog())
    EXPECT_EQ(FindRule(rule->id), rule) << rule->id;
}

TEST(Catalog, FindsNoOtherRule) {
  for (const char* id : {"", "a", "title", "title-lengt", "title-lengthy",
                         "Title-Length", "title_length", "zzz"})
    EXPECT_EQ(FindRule(id), nullptr) << id;
}

TEST(Catalog, RulesAreComplete) {
  for (const Rule* rule : Catalog()) {
    SCOPED_TRACE(rule->id);
    EXPECT_EQ(rule->id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-"),
              rule->id.npos);
    EXPECT_FALSE(rule->summary.empty());
    EXPECT_EQ(rule->summary.find('\n'), rule->summary.npos);
    EXPECT_FALSE(rule->summary.ends_with('.'));
    EXPECT_TRUE(rule->why.ends_with('.'));
    EXPECT_NE(rule->check, nullptr);
    EXPECT_EQ(rule->rejected.empty(), rule->repaired.empty());
  }
}

TEST(Catalog, OptionsAreComplete) {
  for (const Rule* rule : Catalog()) {
    for (const Option& option : rule->options) {
      SCOPED_TRACE(std::string(rule->id) + '.' + std::string(option.name));
      EXPECT_FALSE(option.help.empty());
      EXPECT_FALSE(option.help.ends_with('.'));
      EXPECT_EQ(option.choices.empty(), option.kind != Option::Kind::kChoice);
    }
  }
}

TEST(Catalog, ExamplesShowTheRule) {
  // Whom the examples are by, as far as they say.
  const Given given = {.author_name = "Ann Other",
                       .author_email = "ann@example.com"};
  for (const Rule* rule : Catalog()) {
    if (rule->rejected.empty())
      continue;
    SCOPED_TRACE(rule->id);
    EXPECT_NE(Complaints(*rule, rule->rejected, given), Lines{});
    EXPECT_EQ(Complaints(*rule, rule->repaired, given), Lines{});
  }
}

TEST(Catalog, EmptyMessageCanBeJudgedByEveryRule) {
  const FakeRepositoryView repository;
  const Owners owners = Owners::Read("CODEOWNERS", "* @ann\n");
  const Given given = {.views = {.roster = &KnownPeople(),
                                 .owners = &owners,
                                 .mailmap = &KnownNames(),
                                 .repository = &repository,
                                 .pusher = "ann",
                                 .now = 0}};
  for (const Rule* rule : Catalog()) {
    SCOPED_TRACE(rule->id);
    for (const std::string& complaint : Complaints(*rule, "", given))
      EXPECT_TRUE(complaint.starts_with("1:1+0: ")) << complaint;
  }
}

TEST(Catalog, EveryRuleHasALevelInNodejs) {
  const auto presets = Presets();
  const auto nodejs = std::ranges::find(presets, "nodejs", &Preset::name);
  ASSERT_NE(nodejs, presets.end());
  for (const Rule* rule : Catalog()) {
    const std::string id(rule->id);
    const bool as_key =
        nodejs->toml.find('\n' + id + " = \"") != nodejs->toml.npos;
    const bool as_table = nodejs->toml.find("\n[rules." + id + "]\nlevel = ") !=
                          nodejs->toml.npos;
    EXPECT_NE(as_key, as_table) << id;
  }
}

TEST(Catalog, PresetsAreSorted) {
  EXPECT_TRUE(
      std::ranges::is_sorted(Presets(), std::less_equal(), &Preset::name));
}

TEST(Catalog, PresetsCanBeLoaded) {
  const PolicyContext context = {Catalog(), Presets(), {}};
  for (const Preset& preset : Presets())
    EXPECT_NO_THROW(LoadPreset(preset.name, context)) << preset.name;
}

TEST(Catalog, CoreValidateCommitHasItsTwelveRulesAndNoOthers) {
  const Policy policy =
      LoadPreset("core-validate-commit", {Catalog(), Presets(), {}});
  Lines on;
  for (const RulePolicy& rule : policy.rules)
    if (rule.level != Level::kOff)
      on.emplace_back(rule.rule->id);
  EXPECT_EQ(on, (Lines{"assisted-by-is-trailer", "co-authored-by-is-trailer",
                       "fixes-url", "line-after-title", "line-length",
                       "metadata-end", "pr-url", "reviewers", "signed-off-by",
                       "subsystem", "title-format", "title-length"}));
}

TEST(Catalog, PresetsKnowTheSameSubsystems) {
  const auto allowed = [](std::string_view preset) {
    const Policy policy = LoadPreset(preset, {Catalog(), Presets(), {}});
    const auto idOf = [](const RulePolicy& rule) { return rule.rule->id; };
    const auto rule =
        std::ranges::find(policy.rules, std::string_view("subsystem"), idOf);
    return rule->settings.List("allow");
  };
  EXPECT_EQ(allowed("core-validate-commit"), allowed("nodejs"));
}

TEST(Catalog, CoreValidateCommitIsItsOwn) {
  const auto preset =
      std::ranges::find(Presets(), "core-validate-commit", &Preset::name);
  EXPECT_NE(preset->toml.find("\nextends = \"none\"\n"), preset->toml.npos);
}

std::string ReadText(const char* path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

std::string Replaced(std::string text, std::string_view old,
                     std::string_view by) {
  for (size_t at = 0; (at = text.find(old, at)) != text.npos; at += by.size())
    text.replace(at, old.size(), by);
  return text;
}

/// What stands in `text` between `begin` and the next `end` behind it.
std::string Between(const std::string& text, std::string_view begin,
                    std::string_view end) {
  const size_t at = text.find(begin);
  if (at == text.npos)
    return "";
  return text.substr(at, text.find(end, at + begin.size()) - at);
}

TEST(Catalog, PolicyOfTheManualCanBeLoaded) {
  std::string toml = Between(ReadText("man/commitgate-policy.5"),
                             "# The Collaborator Guide, but", ".Ed");
  for (const auto& [escape, plain] :
       {std::pair("\\(aq", "'"), {"\\(ha", "^"}, {"\\e", "\\"}})
    toml = Replaced(toml, escape, plain);
  ASSERT_NE(toml, "");
  EXPECT_NO_THROW(LoadPolicy("manual", toml, {Catalog(), Presets(), {}}));
}

TEST(Catalog, ManualHasEveryOptionWithItsDefault) {
  constexpr const char* kKinds[] = {"number", "text", "choice", "names",
                                    "pattern"};
  const std::string manual = ReadText("man/commitgate-rules.7");
  for (const Rule* rule : Catalog()) {
    const std::string entry =
        Between(manual, fmt::format("\n.It Sy {}\n", rule->id), "\n.It Sy ");
    EXPECT_NE(entry, "") << rule->id;
    for (const Option& option : rule->options) {
      const std::string item =
          fmt::format("\n.It Va {} No = Ar {} , No default {}\n", option.name,
                      kKinds[static_cast<size_t>(option.kind)],
                      option.fallback.empty() ? "none" : option.fallback);
      EXPECT_NE(entry.find(item), entry.npos) << rule->id << ':' << item;
    }
  }
}

}  // namespace
}  // namespace commitgate::testing
