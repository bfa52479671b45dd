// SPDX-License-Identifier: MIT
#include "validator/report/excerpt.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

using namespace std::string_literals;

std::string Show(const std::string& raw, Span span) {
  const Line line{TrimEnd(raw), raw, 1};
  const auto excerpt = MakeExcerpt(line, span);
  return excerpt ? excerpt->line + "\n" + excerpt->pointer : "none";
}

TEST(Excerpt, PointsBelowTheCulprit) {
  const struct {
    const char* what;
    std::string line;
    Span span;
    std::string shown;
  } kCases[] = {
      {"start", "docs: fix", {1, 1, 4}, "docs: fix\n^~~~"},
      {"middle", "doc: Fix it", {1, 6, 3}, "doc: Fix it\n     ^~~"},
      {"one column", "doc: fix.", {1, 9, 1}, "doc: fix.\n        ^"},
      {"a place", "doc:fix", {1, 5, 0}, "doc:fix\n    ^"},
      {"behind the end", "doc", {1, 4, 0}, "doc\n   ^"},
      {"far behind the end", "doc", {1, 99, 9}, "doc\n   ^"},
      {"longer than the line", "doc", {1, 2, 99}, "doc\n ^~"},
      {"empty line", "", {1, 1, 0}, "\n^"},
      {"wide characters",
       "\xe6\x97\xa5\xe6\x9c\xac: x",
       {1, 3, 2},
       "\xe6\x97\xa5\xe6\x9c\xac: x\n  ^~"},
      {"behind wide characters",
       "\xe6\x97\xa5\xe6\x9c\xac: x",
       {1, 7, 1},
       "\xe6\x97\xa5\xe6\x9c\xac: x\n      ^"},
      {"behind a combining accent", "e\xcc\x81t", {1, 2, 1}, "e\xcc\x81t\n ^"},
      {"a tab", "a\tb", {1, 2, 7}, "a       b\n ^~~~~~~"},
      {"behind a tab", "a\tb", {1, 9, 1}, "a       b\n        ^"},
      {"an escape", "a\x1b[mb", {1, 2, 0}, "a\\x1b[mb\n ^~~~"},
      {"behind an escape", "a\x1b[mb", {1, 4, 1}, "a\\x1b[mb\n       ^"},
      {"an escape at the start", "\x1b[m", {1, 1, 0}, "\\x1b[m\n^~~~"},
      {"a NUL", "a\0b"s, {1, 2, 0}, "a\\x00b\n ^~~~"},
      {"an override",
       "a\xe2\x80\xae"
       "b",
       {1, 2, 0},
       "a<U+202E>b\n ^~~~~~~~"},
      {"Latin-1", "caf\xe9!", {1, 4, 1}, "caf\\xe9!\n   ^~~~"},
      {"a carriage return", "ab\r", {1, 3, 0}, "ab\\r\n  ^~"},
      {"no carriage return", "abc\r", {1, 1, 1}, "abc\n^"},
      {"blanks at the end", "ab  ", {1, 3, 2}, "ab  \n  ^~"},
      {"no column", "ab", {1, 0, -1}, "ab\n^"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Show(test.line, test.span), test.shown);
  }
}

TEST(Excerpt, ShowsLinesOfAHundredColumnsWhole) {
  const std::string line(100, 'x');
  EXPECT_EQ(Show(line, {1, 73, 28}),
            line + "\n" + std::string(72, ' ') + "^" + std::string(27, '~'));
}

TEST(Excerpt, CutsLongLinesAroundTheCulprit) {
  const std::string line =
      std::string(500, 'a') + "bad" + std::string(500, 'c');
  EXPECT_EQ(Show(line, {1, 501, 3}), "..." + std::string(40, 'a') + "bad" +
                                         std::string(57, 'c') + "...\n" +
                                         std::string(43, ' ') + "^~~");
}

TEST(Excerpt, CutsALongCulprit) {
  EXPECT_EQ(Show(std::string(500, 'x'), {1, 73, 428}),
            "..." + std::string(100, 'x') + "...\n" + std::string(43, ' ') +
                "^" + std::string(59, '~'));
  EXPECT_EQ(Show(std::string(500, 'x'), {1, 1, 500}),
            std::string(100, 'x') + "...\n^" + std::string(99, '~'));
}

TEST(Excerpt, ShowsNoMoreThanItsWidth) {
  const std::string text = std::string(50, 'a') + "bad" + std::string(50, 'c');
  const Line line{text, text, 1};
  const auto excerpt = MakeExcerpt(line, {1, 51, 3}, 20);
  ASSERT_TRUE(excerpt);
  EXPECT_EQ(excerpt->line, "...aaaaaaaabadccccccccc...");
  EXPECT_EQ(excerpt->pointer, "           ^~~");
}

TEST(Excerpt, ReachesSoFarAndNoFurther) {
  const std::string line(100'000, 'x');
  EXPECT_NE(Show(line, {1, 65'536, 1}), "none");
  EXPECT_EQ(Show(line, {1, 65'537, 1}), "none");
  EXPECT_EQ(Show(line, {1, 99'999, 1}), "none");
}

TEST(Excerpt, OfHugeLinesIsSmall) {
  const struct {
    const char* what;
    std::string unit;
  } kCases[] = {
      {"letters", "x"},        {"escapes", "\x1b"},
      {"accents", "\xcc\x81"}, {"overrides", "\xe2\x80\xae"},
      {"tabs", "\t"},          {"not UTF-8", "\xff"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    std::string line;
    while (line.size() < 2'000'000)
      line += test.unit;
    for (const Span span : {Span{1, 1, 0}, Span{1, 1, 1'000'000},
                            Span{1, 1'000'000, 1}, Span{1, 100, 0}})
      EXPECT_LT(Show(line, span).size(), 10'000u);
  }
}

}  // namespace
}  // namespace commitgate::testing
