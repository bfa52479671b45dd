// SPDX-License-Identifier: MIT
#include "validator/message/trailers.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/validator/message/trailer_cases.h"

namespace commitgate {
namespace {

using std::string_literals::operator""s;

TEST(Trailers, AreThoseThatGitSees) {
  for (const testing::TrailerCase& c : testing::TrailerCases()) {
    SCOPED_TRACE(c.what);
    EXPECT_EQ(testing::TrailerLines(MakeMessage(c.message)), c.trailers);
  }
}

TEST(TrailerBlock, KnowsItsLines) {
  const std::string text =
      "s\n\nbody\n\nK: a\n b\n# c\nL: w\n\nConflicts:\n\tx\n";
  const Message message = MakeMessage(text);
  EXPECT_EQ(message.block.begin, 4u);
  EXPECT_EQ(message.block.end, 8u);
  EXPECT_FALSE(message.block.Contains(3));
  EXPECT_TRUE(message.block.Contains(4));
  EXPECT_TRUE(message.block.Contains(7));
  EXPECT_FALSE(message.block.Contains(8));
  ASSERT_EQ(message.block.trailers.size(), 2u);
  EXPECT_EQ(message.block.trailers[0].first_line, 4u);
  EXPECT_EQ(message.block.trailers[0].line_count, 2u);
  EXPECT_EQ(message.block.trailers[1].first_line, 7u);
  EXPECT_EQ(message.block.trailers[1].line_count, 1u);
}

TEST(TrailerBlock, IsEmptyWithoutTrailers) {
  const Message message = MakeMessage("s\n\nbody\n");
  EXPECT_EQ(message.block.begin, message.block.end);
  EXPECT_FALSE(message.block.Contains(2));
}

TEST(TrailerBlock, SurvivesAMove) {
  const std::string text = "s\n\nK: a\n b\nL:\n c\n";
  Message message = MakeMessage(text);
  const Message moved = std::move(message);
  EXPECT_EQ(testing::TrailerLines(moved), "K: a b\nL: c\n");
}

TEST(TrailerBlock, TakesLinearTime) {
  std::string text = "s\n\nK: v\n";
  for (int i = 0; i < 200000; ++i)
    text += " folded\n";
  EXPECT_EQ(MakeMessage(text).block.trailers.size(), 1u);
  text = "s\n\n";
  for (int i = 0; i < 200000; ++i)
    text += "K: v\n";
  EXPECT_EQ(MakeMessage(text).block.trailers.size(), 200000u);
}

TEST(ParseTrailerLine, SplitsAtTheColon) {
  struct Case {
    std::string_view line;
    std::string_view key;
    std::string_view value;
  };
  for (const auto& [line, key, value] : {
           Case{"PR-URL: https://x.y", "PR-URL", "https://x.y"},
           Case{"K:v", "K", "v"},
           Case{"K \t: v ", "K", "v"},
           Case{"-: : ", "-", ":"},
           Case{"K:", "K", ""},
       }) {
    SCOPED_TRACE(line);
    const auto trailer = ParseTrailerLine(line);
    ASSERT_TRUE(trailer);
    EXPECT_EQ(trailer->key, key);
    EXPECT_EQ(trailer->value, value);
    EXPECT_EQ(trailer->first_line, 0u);
    EXPECT_EQ(trailer->line_count, 1u);
  }
}

TEST(ParseTrailerLine, RefusesOtherLines) {
  for (const std::string& line :
       {""s, ":"s, ": v"s, " K: v"s, "\tK: v"s, "K"s, "K v: w"s, "K_x: v"s,
        "É: v"s, "K\0: v"s, "# K: v"s, "K\f: v"s, "(K): v"s})
    EXPECT_FALSE(ParseTrailerLine(line)) << line;
}

struct WhyCase {
  std::string what;
  std::string message;
  size_t line;
  NoTrailer::Why why;
  size_t culprit;
};

constexpr char kScissors[] =
    "# ------------------------ >8 ------------------------\n";

TEST(WhyNoTrailer, NamesTheLineAtFault) {
  using enum NoTrailer::Why;
  const WhyCase cases[] = {
      {"a blank line in the block", "s\n\nK: v\n\nL: w\n", 2, kBlankLine, 3},
      {"the first of several blank lines",
       "s\n\nK: v\nM: x\n\n\nL: w\n\nN: y\n", 2, kBlankLine, 4},
      {"prose behind the block", "s\n\nK: v\n\nThanks\n", 2, kBlankLine, 3},
      {"prose above", "s\n\nprose\nK: v\n", 3, kProse, 2},
      {"prose below", "s\n\nK: v\nprose\n", 2, kProse, 3},
      {"no colon", "s\n\nK: v\nFixes #1\n", 2, kProse, 3},
      {"a sentence with a colon", "s\n\nas said there: so\nK: v\n", 3, kProse,
       2},
      {"an indented line", "s\n\n  x\nK: v\n", 3, kProse, 2},
      {"an indented line behind a comment", "s\n\nK: v\n# c\n x\n", 2, kProse,
       4},
      {"too few sign-offs", "s\n\n1\n2\n3\n4\nSigned-off-by: x\n", 6, kProse,
       2},
      {"a key with an underscore", "s\n\nK: v\nL_x: w\n", 2, kBadKey, 3},
      {"a key that is not ASCII", "s\n\nÉ: v\nK: v\n", 3, kBadKey, 2},
      {"a key of two words", "s\n\nBREAKING CHANGE: v\nK: v\n", 3, kBadKey, 2},
      {"its own key", "s\n\nK_x: v\n", 2, kBadKey, 2},
      {"the title's paragraph", "s\nK: v\n", 1, kTitle, 0},
      {"the title's paragraph above a block", "s\nK: v\n\nL: w\n", 1, kTitle,
       0},
      {"scissors", std::string("s\n\nK: v\n") + kScissors + "L: w\n", 4,
       kCutOff, 3},
      {"a NUL", "s\n\nK: v\n\0\nL: w\n"s, 4, kCutOff, 3},
      {"a NUL in the line before", "s\n\nK: v\0\nL: w\n"s, 3, kCutOff, 2},
  };
  for (const auto& [what, text, line, why, culprit] : cases) {
    SCOPED_TRACE(what);
    const Message message = MakeMessage(text);
    const NoTrailer answer = WhyNoTrailer(message.lines, message.block, line);
    EXPECT_EQ(answer.why, why);
    EXPECT_EQ(answer.culprit, culprit);
  }
}

}  // namespace
}  // namespace commitgate
