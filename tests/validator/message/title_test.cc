// SPDX-License-Identifier: MIT
#include "validator/message/title.h"

#include <gtest/gtest.h>

#include <string>

namespace commitgate {
namespace {

Title Parse(std::string_view text) {
  return ParseTitle({text, text, 1});
}

struct CoreCase {
  std::string_view title;
  std::string_view core;
  std::string_view autosquash = "";
  std::string_view undoing = "";
  std::string_view undone = "";
  std::string_view squash_number = "";
};

TEST(Title, LosesWhatOthersPutAroundIt) {
  const CoreCase cases[] = {
      {.title = "", .core = ""},
      {.title = "doc: fix", .core = "doc: fix"},
      {.title = "fixup! doc: fix", .core = "doc: fix", .autosquash = "fixup! "},
      {.title = "squash! fixup! x", .core = "x", .autosquash = "squash! "},
      {.title = "amend! amend! x", .core = "x", .autosquash = "amend! "},
      {.title = "Revert \"doc: fix\"",
       .core = "doc: fix",
       .undoing = "Revert",
       .undone = "doc: fix"},
      {.title = "Reapply \"doc: fix\"",
       .core = "doc: fix",
       .undoing = "Reapply",
       .undone = "doc: fix"},
      {.title = "Revert \"Revert \"doc: fix\"\"",
       .core = "doc: fix",
       .undoing = "Revert",
       .undone = "Revert \"doc: fix\""},
      {.title = "Revert \"\"", .core = "", .undoing = "Revert"},
      {.title = "doc: fix (#12)",
       .core = "doc: fix",
       .squash_number = " (#12)"},
      {.title = "doc: fix (#1) (#2)",
       .core = "doc: fix",
       .squash_number = " (#2)"},
      {.title = "Revert \"doc: fix (#1)\" (#2)",
       .core = "doc: fix",
       .undoing = "Revert",
       .undone = "doc: fix (#1)",
       .squash_number = " (#2)"},
      {.title = "Revert \"doc: fix (#1)\"",
       .core = "doc: fix",
       .undoing = "Revert",
       .undone = "doc: fix (#1)"},
      {.title = "fixup! Revert \"fixup! doc: fix\"",
       .core = "doc: fix",
       .autosquash = "fixup! ",
       .undoing = "Revert",
       .undone = "fixup! doc: fix"},
  };
  for (const CoreCase& c : cases) {
    SCOPED_TRACE(c.title);
    const Title title = Parse(c.title);
    EXPECT_EQ(title.core, c.core);
    EXPECT_EQ(title.autosquash, c.autosquash);
    EXPECT_EQ(title.undoing, c.undoing);
    EXPECT_EQ(title.undone, c.undone);
    EXPECT_EQ(title.squash_number, c.squash_number);
    EXPECT_EQ(title.IsAutosquash(), !c.autosquash.empty());
    EXPECT_EQ(title.IsRevert(), !c.undoing.empty());
  }
}

TEST(Title, KeepsWhatOnlyLooksLikeIt) {
  for (const std::string_view text :
       {"fixup!doc: fix", "Fixup! doc: fix", "fixup!", "revert \"doc: fix\"",
        "Revert doc: fix", "Revert \"", "Revert \"doc: fix", "Revert  \"x\"",
        "Partially Revert \"x\"", "Revert \"x\" and more", "doc: fix(#12)",
        "doc: fix (12)", "doc: fix (#)", "doc: fix (#1a)", "doc: fix (#12).",
        "(#12)", "doc: fix (GH-12)"}) {
    SCOPED_TRACE(text);
    const Title title = Parse(text);
    EXPECT_EQ(title.core, text);
    EXPECT_FALSE(title.IsAutosquash());
    EXPECT_FALSE(title.IsRevert());
    EXPECT_EQ(title.squash_number, "");
  }
}

using Names = std::vector<std::string_view>;

TEST(Title, NamesItsSubsystems) {
  struct Case {
    std::string_view title;
    std::string_view prefix;
    std::string_view text;
    Names subsystems;
  };
  const Case cases[] = {
      {"doc: fix", "doc", " fix", {"doc"}},
      {"lib,src: fix", "lib,src", " fix", {"lib", "src"}},
      {"lib, src : fix", "lib, src ", " fix", {"lib", "src"}},
      {"doc:fix", "doc", "fix", {"doc"}},
      {"doc:", "doc", "", {"doc"}},
      {": fix", "", " fix", {""}},
      {"doc,,test,: x", "doc,,test,", " x", {"doc", "", "test", ""}},
      {"src: use std::vector", "src", " use std::vector", {"src"}},
      {"std::vector: grow", "std::vector", " grow", {"std::vector"}},
      {"a:::b: c", "a:::b", " c", {"a:::b"}},
      {"see https://x.y: no", "see https://x.y", " no", {"see https://x.y"}},
      {"deps: V8: backport", "deps", " V8: backport", {"deps"}},
      {"Revert \"doc: fix\"", "doc", " fix", {"doc"}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.title);
    const Title title = Parse(c.title);
    EXPECT_TRUE(title.has_colon);
    EXPECT_EQ(title.prefix, c.prefix);
    EXPECT_EQ(title.text, c.text);
    EXPECT_EQ(title.subsystems, c.subsystems);
  }
}

TEST(Title, MayHaveNoSubsystem) {
  for (const std::string_view text :
       {"", "fix", "see https://x.y", "use std::vector", "ends in ::"}) {
    SCOPED_TRACE(text);
    const Title title = Parse(text);
    EXPECT_FALSE(title.has_colon);
    EXPECT_EQ(title.prefix, "");
    EXPECT_EQ(title.text, text);
    EXPECT_EQ(title.subsystems, Names());
  }
}

TEST(Title, OfAReleaseIsKnown) {
  for (const std::string_view text :
       {"2024-05-02, Version 22.1.0 (Current)", "2024-05-02 Version 22.1.0",
        "2011.08.12, Version v0.5.4 (unstable)", "meta: 2024-05-02, Version 1",
        "Revert \"2024-05-02, Version 22.1.0\"",
        "meta: Revert \"2024-05-02, Version 22\"", "Working on v22.1.1",
        "Now working on v1", "Now Working on v1", "working on v2"})
    EXPECT_TRUE(Parse(text).is_release) << text;
}

TEST(Title, OfOtherCommitsIsNoRelease) {
  for (const std::string_view text :
       {"", "doc: typo in 2018-12-26, Version 11", "doc: Working on v1",
        "24-05-02, Version 22", "2024-5-02, Version 22", "2024-05-02, Version",
        "2024-05-02, Version x", "2024-05-02,  Version 2",
        "2024/05/02, Version 2", "Working on 1", "Working on version 1",
        "now working on v1", "Revert \"Working on v1\""})
    EXPECT_FALSE(Parse(text).is_release) << text;
}

TEST(Title, HasItsTabsExpanded) {
  const std::string_view text = "doc:\tfix\tit";
  const Title title = Parse(text);
  EXPECT_EQ(title.line.text, "doc:    fix     it");
  EXPECT_EQ(title.line.raw, text);
  EXPECT_EQ(SpanOf(title.line, title.text), (Span{1, 5, 14}));
}

TEST(Title, SurvivesAMove) {
  Title title = Parse("doc:\tfix");
  const Title moved = std::move(title);
  EXPECT_EQ(moved.core, "doc:    fix");
  EXPECT_EQ(moved.subsystems, Names{"doc"});
}

std::string Repeated(std::string_view text, size_t times) {
  std::string repeated;
  for (size_t i = 0; i < times; ++i)
    repeated += text;
  return repeated;
}

TEST(Title, TakesLinearTimeHoweverDeepItIs) {
  const size_t levels = 100000;
  const std::string deep =
      Repeated("Revert \"", levels) + "doc: fix" + Repeated("\"", levels);
  EXPECT_EQ(Parse(deep).core, "doc: fix");
  const std::string numbered = "x" + Repeated(" (#1)", levels);
  EXPECT_EQ(Parse(numbered).core, "x");
  const std::string number = " (x#" + std::string(levels, '1') + ")";
  const std::string fixups = Repeated("fixup! ", levels) + number;
  EXPECT_EQ(Parse(fixups).core, number);
  EXPECT_EQ(Parse(Repeated(":", levels)).text.size(), levels);
  EXPECT_EQ(Parse(Repeated(",", levels) + ":").subsystems.size(), levels + 1);
}

}  // namespace
}  // namespace commitgate
