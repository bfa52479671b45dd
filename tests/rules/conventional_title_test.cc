// SPDX-License-Identifier: MIT
#include <string>

#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

Lines Judge(std::string_view message,
            std::map<std::string, std::string> options = {}) {
  return Complaints(kConventionalTitle, message,
                    {.options = std::move(options)});
}

TEST(ConventionalTitle, HasTypeAndDescription) {
  for (const char* const title : {
           "feat: add x",
           "fix(parser): read y",
           "chore!: drop z",
           "refactor(core)!: drop z",
           "docs: Explain",
           "ci(a, b/c): x",
           "revert: feat: add x",
           "feat: add x (#12)",
           "fixup! feat: add x",
           "squash! fixup! feat: add x",
           "Revert \"feat: add x\"",
           "Revert \"add x\"",
           "Reapply \"Revert \"x\"\"",
       }) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title), Lines{});
  }
}

TEST(ConventionalTitle, IsOfAnotherForm) {
  const struct {
    const char* title;
    const char* complaint;
  } kCases[] = {
      {"",
       "1:1+0: error: title has no type, 'type(scope): description' is "
       "wanted"},
      {"add x",
       "1:4+2: error: no colon behind 'add', 'type(scope): description' is "
       "wanted [ x]"},
      {"fixup! (parser): x",
       "1:8+9: error: title has no type, 'type(scope): description' is wanted "
       "[(parser):]"},
      {"feat(parser: x",
       "1:5+8: error: parenthesis of the scope is not closed [(parser:]"},
      {"feat!(parser): x",
       "1:6+9: error: no colon behind 'feat', 'type(scope): description' is "
       "wanted [(parser):]"},
      {"feat:x", "1:6+1: error: no space behind the colon, one is wanted [x]"},
      {"feat : x", "1:5+2: error: blank before the colon, none is wanted [ :]"},
      {"feat(x):", "1:9+0: error: title has no description behind its type"},
      {"Merge branch 'x'",
       "1:6+7: error: no colon behind 'Merge', 'type(scope): description' is "
       "wanted [ branch]"},
  };
  for (const auto& [title, complaint] : kCases) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title), Lines{complaint});
  }
}

TEST(ConventionalTitle, TypeIsUnknown) {
  const struct {
    const char* title;
    const char* type;
    const char* suggestion;
  } kCases[] = {
      {"feature: x", "feature", "feat"},
      {"Feat: x", "Feat", "feat"},
      {"FIX(x): x", "FIX", "fix"},
      {"bugfix: x", "bugfix", "fix"},
      {"doc: x", "doc", "docs"},
      {"Documentation: x", "Documentation", "docs"},
      {"tests: x", "tests", "test"},
      {"chroe: x", "chroe", "chore"},
      {"deps: x", "deps", "build"},
      {"http2: x", "http2", ""},
      {"lib,src: x", "lib,src", ""},
  };
  for (const auto& [title, type, suggestion] : kCases) {
    SCOPED_TRACE(title);
    std::string complaint = "1:1+" + std::to_string(std::string(type).size()) +
                            ": error: type '" + type + "' is unknown [" + type +
                            "]";
    if (*suggestion != '\0')
      complaint += std::string(" -> ") + suggestion;
    EXPECT_EQ(Judge(title), Lines{complaint});
  }
}

TEST(ConventionalTitle, TypesAreThoseOfThePolicy) {
  EXPECT_EQ(Judge("deps: x", {{"types", "deps feat"}}), Lines{});
  EXPECT_EQ(Judge("anything: x", {{"types", ""}}), Lines{});
  EXPECT_EQ(Judge("fix: x", {{"types", "deps feat"}}),
            Lines{"1:1+3: error: type 'fix' is unknown [fix]"});
  EXPECT_EQ(Judge("Deps: x", {{"types", "deps feat"}}),
            Lines{"1:1+4: error: type 'Deps' is unknown [Deps] -> deps"});
}

TEST(ConventionalTitle, ScopeIsAsThePolicySays) {
  EXPECT_EQ(Judge("feat(x): x", {{"scope", "required"}}), Lines{});
  EXPECT_EQ(Judge("feat: x", {{"scope", "forbidden"}}), Lines{});
  EXPECT_EQ(Judge("feat!: x", {{"scope", "required"}}),
            Lines{"1:5+0: error: title has no scope, 'type(scope): "
                  "description' is wanted"});
  EXPECT_EQ(Judge("feat(x): x", {{"scope", "forbidden"}}),
            Lines{"1:6+1: error: title has a scope, none is wanted [x]"});
  EXPECT_EQ(Judge("feat( ): x"), Lines{"1:6+1: error: scope is empty [ ]"});
}

TEST(ConventionalTitle, ScopesAreThoseOfThePolicy) {
  EXPECT_EQ(Judge("feat(core): x", {{"scopes", "core ui"}}), Lines{});
  EXPECT_EQ(Judge("feat(core, ui): x", {{"scopes", "core ui"}}), Lines{});
  EXPECT_EQ(Judge("feat: x", {{"scopes", "core ui"}}), Lines{});
  EXPECT_EQ(Judge("feat(Core): x", {{"scopes", "core ui"}}),
            Lines{"1:6+4: error: scope 'Core' is unknown [Core] -> core"});
  EXPECT_EQ(Judge("feat(core,,db): x", {{"scopes", "core ui"}}),
            (Lines{"1:11+0: error: scope '' is unknown",
                   "1:12+2: error: scope 'db' is unknown [db]"}));
  EXPECT_EQ(Judge("feat(" + std::string(1000, ',') + "): x", {{"scopes", "a"}})
                .size(),
            10u);
}

TEST(ConventionalTitle, CaseIsAsThePolicySays) {
  for (const char* const title :
       {"feat: add X", "feat: API for x", "feat: Node.js 20", "feat: McDonald",
        "feat: \u00c4nderung", "feat: 12 x"}) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title, {{"case", "lower"}}), Lines{});
  }
  EXPECT_EQ(Judge("feat: Add x", {{"case", "lower"}}),
            Lines{"1:7+3: error: description starts with 'Add', lower case is "
                  "wanted [Add] -> add"});
  EXPECT_EQ(Judge("feat: A x", {{"case", "lower"}}).size(), 1u);
}

TEST(ConventionalTitle, BlanksAreFreeWhereThePolicySaysSo) {
  for (const char* const title :
       {"feat:x", "feat : x", "feat(x)! :x", "feat:\tx", "fixup! feat:x",
        "Revert \"feat:x\""}) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title, {{"blanks", "free"}}), Lines{});
  }
  const struct {
    const char* title;
    const char* complaint;
  } kCases[] = {
      {"feature:x",
       "1:1+7: error: type 'feature' is unknown [feature] -> feat"},
      {"feat():x", "1:6+0: error: scope is empty"},
      {"feat :", "1:7+0: error: title has no description behind its type"},
      {"feat (x): x",
       "1:5+5: error: no colon behind 'feat', 'type(scope): description' is "
       "wanted [ (x):]"},
      {"feat(a: b):x",
       "1:12+1: error: no space behind the colon, one is wanted [x]"},
      {"feat::x",
       "1:6+2: error: no space behind the colon, one is wanted [:x]"},
      {"feat://x",
       "1:6+3: error: no space behind the colon, one is wanted [//x]"},
  };
  for (const auto& [title, complaint] : kCases) {
    SCOPED_TRACE(title);
    EXPECT_EQ(Judge(title, {{"blanks", "free"}}), Lines{complaint});
  }
}

TEST(ConventionalTitle, BreakingChangesAreTold) {
  for (const char* const body : {
           "BREAKING CHANGE: x is gone",
           "BREAKING-CHANGE: x is gone",
           "BREAKING CHANGE:\nx is gone",
           "It breaks.\n\nBREAKING CHANGE: x\n\nRefs: #12",
           "This is a breaking change: x",
           "breaking the change: x",
       }) {
    SCOPED_TRACE(body);
    EXPECT_EQ(Judge(std::string("feat: x\n\n") + body), Lines{});
    EXPECT_EQ(Judge(std::string("feat!: x\n\n") + body), Lines{});
  }
}

TEST(ConventionalTitle, BreakingChangesAreMistold) {
  EXPECT_EQ(Judge("feat!: x\n\nBreaking change: x"),
            Lines{"3:1+15: error: 'Breaking change' is misspelt, wanted "
                  "'BREAKING CHANGE' [Breaking change] -> BREAKING CHANGE"});
  EXPECT_EQ(Judge("feat: x\n\nBREAKING CHANGES: x\nbreaking-change: y").size(),
            2u);
  EXPECT_EQ(
      Judge("feat: x\n\nBREAKING CHANGE:"),
      Lines{"3:1+15: error: 'BREAKING CHANGE' does not tell what breaks"});
  EXPECT_EQ(Judge("feat: x\n\nBREAKING CHANGE:\n\nRefs: #12").size(), 1u);
  EXPECT_EQ(Judge("Revert \"x\"\n\nBreaking change: x").size(), 1u);
}

}  // namespace
}  // namespace commitgate::testing
