// SPDX-License-Identifier: MIT
#include "validator/engine/settings.h"

#include <stdexcept>

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using Names = Settings::Names;

constexpr Option kOptions[] = {
    {"max", Option::Kind::kNumber, "72", ""},
    {"text", Option::Kind::kText, "a b", ""},
    {"mode", Option::Kind::kChoice, "soft", "", "soft hard"},
    {"level", Option::Kind::kChoice, "warning", "", "error warning off"},
    {"names", Option::Kind::kNames, "  b  a b ", ""},
    {"nobody", Option::Kind::kNames, "", ""},
    {"match", Option::Kind::kPattern, "^a+$", ""},
    {"nothing", Option::Kind::kPattern, "", ""},
};

TEST(Settings, StartWithTheFallbacks) {
  const Settings settings(kOptions);
  EXPECT_EQ(settings.Number("max"), 72);
  EXPECT_EQ(settings.Text("text"), "a b");
  EXPECT_EQ(settings.Choice("mode"), "soft");
  EXPECT_EQ(settings.ChosenLevel("level"), Level::kWarning);
  EXPECT_EQ(settings.List("names"), (Names{"a", "b"}));
  EXPECT_EQ(settings.List("nobody"), Names{});
  ASSERT_NE(settings.Find("match"), nullptr);
  EXPECT_EQ(settings.Find("match")->source(), "^a+$");
  EXPECT_EQ(settings.Find("nothing"), nullptr);
}

TEST(Settings, HoldWhatIsSet) {
  Settings settings(kOptions);
  settings.Set("max", int64_t{5'000'000'000});
  settings.Set("mode", std::string("hard"));
  settings.Set("level", std::string("off"));
  settings.Set("names", Names{"z", "y", "z"});
  settings.Set("match", std::optional<Pattern>());
  settings.Set("nothing", std::optional<Pattern>(Pattern("x")));
  EXPECT_EQ(settings.Number("max"), 5'000'000'000);
  EXPECT_EQ(settings.Choice("mode"), "hard");
  EXPECT_EQ(settings.ChosenLevel("level"), Level::kOff);
  EXPECT_EQ(settings.List("names"), (Names{"y", "z"}));
  EXPECT_EQ(settings.Find("match"), nullptr);
  EXPECT_EQ(settings.Find("nothing")->source(), "x");
}

TEST(Settings, ListsExactNames) {
  const Settings settings(kOptions);
  EXPECT_TRUE(settings.Lists("names", "a"));
  EXPECT_TRUE(settings.Lists("names", "b"));
  for (const char* name : {"", "A", "ab", "c", "a b"})
    EXPECT_FALSE(settings.Lists("names", name)) << name;
  EXPECT_FALSE(settings.Lists("nobody", ""));
}

TEST(Settings, AskedForWhatIsNotDeclaredThrow) {
  Settings settings(kOptions);
  EXPECT_THROW(settings.Number("min"), std::out_of_range);
  EXPECT_THROW(settings.Number("mode"), std::bad_variant_access);
  EXPECT_THROW(settings.Set("min", int64_t{1}), std::out_of_range);
}

TEST(Settings, SplitAtBlanksKeepsTheOrder) {
  EXPECT_EQ(SplitAtBlanks(" b a  c"),
            (std::vector<std::string_view>{"b", "a", "c"}));
  EXPECT_TRUE(SplitAtBlanks("  ").empty());
}

}  // namespace
}  // namespace commitgate
