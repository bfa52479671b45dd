// SPDX-License-Identifier: MIT
#include <string>

#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

std::string Repeated(std::string_view text, size_t count) {
  std::string repeated;
  for (size_t i = 0; i < count; ++i)
    repeated += text;
  return repeated;
}

/// A title of this many columns.
std::string TitleOf(size_t columns) {
  return "doc: " + std::string(columns - 5, 'x');
}

TEST(TitleLength, LimitsAreInclusive) {
  EXPECT_EQ(Complaints(kTitleLength, TitleOf(50)), Lines{});
  EXPECT_EQ(Complaints(kTitleLength, TitleOf(51)),
            Lines{"1:51+1: warning: title is 51 columns long, 50 are better"});
  EXPECT_EQ(Complaints(kTitleLength, TitleOf(72)),
            Lines{"1:51+22: warning: title is 72 columns long, 50 are better"});
  EXPECT_EQ(Complaints(kTitleLength, TitleOf(73)),
            Lines{"1:73+1: error: title is 73 columns long, limit is 72"});
}

TEST(TitleLength, LimitsAreOptions) {
  const Given given = {.options = {{"max", "10"}, {"prefer", "8"}}};
  EXPECT_EQ(Complaints(kTitleLength, TitleOf(8), given), Lines{});
  EXPECT_EQ(Complaints(kTitleLength, TitleOf(9), given),
            Lines{"1:9+1: warning: title is 9 columns long, 8 are better"});
  EXPECT_EQ(Complaints(kTitleLength, TitleOf(12), given),
            Lines{"1:11+2: error: title is 12 columns long, limit is 10"});
}

TEST(TitleLength, CountsColumns) {
  const struct {
    const char* what;
    std::string title;
    Lines complaints;
  } kCases[] = {
      {"wide characters take two columns",
       "doc: " + Repeated("文", 34),
       {"1:72+2: error: title is 73 columns long, limit is 72"}},
      {"combining marks take none", "doc: " + Repeated("e\u0301", 45), {}},
      {"a family is one emoji",
       "doc: " + Repeated("\U0001F468\u200D\U0001F469\u200D\U0001F467", 22),
       {}},
      {"a tab goes to its stop", "doc:\t" + std::string(42, 'x'), {}},
      {"a tab goes to its stop, and over",
       "doc:\t" + std::string(43, 'x'),
       {"1:51+1: warning: title is 51 columns long, 50 are better"}},
  };
  for (const auto& [what, title, complaints] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Complaints(kTitleLength, title), complaints);
  }
}

TEST(TitleLength, WhatGitAddsIsFree) {
  EXPECT_EQ(Complaints(kTitleLength, "Revert \"" + TitleOf(50) + '"'), Lines{});
  EXPECT_EQ(
      Complaints(kTitleLength, "Reapply \"Revert \"" + TitleOf(50) + "\"\""),
      Lines{});
  EXPECT_EQ(Complaints(kTitleLength, TitleOf(50) + " (#12345)"), Lines{});
  EXPECT_EQ(Complaints(kTitleLength, "fixup! " + TitleOf(50)), Lines{});
}

TEST(TitleLength, PointsIntoTheWholeLine) {
  EXPECT_EQ(Complaints(kTitleLength, "Revert \"" + TitleOf(73) + "\" (#1)"),
            Lines{"1:81+1: error: title is 73 columns long, limit is 72"});
}

TEST(TitleLength, DeepRevertsAreJudgedByTheirCore) {
  constexpr size_t kDepth = 10'000;
  const auto nested = [&](const std::string& core) {
    return Repeated("Revert \"", kDepth) + core + Repeated("\"", kDepth);
  };
  EXPECT_EQ(Complaints(kTitleLength, nested(TitleOf(50))), Lines{});
  EXPECT_EQ(Complaints(kTitleLength, nested(TitleOf(73))),
            Lines{"1:80073+1: error: title is 73 columns long, limit is 72"});
}

TEST(TitleLength, EmptyMessageIsShort) {
  EXPECT_EQ(Complaints(kTitleLength, ""), Lines{});
}

}  // namespace
}  // namespace commitgate::testing
