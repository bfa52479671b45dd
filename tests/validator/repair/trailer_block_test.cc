// SPDX-License-Identifier: MIT
#include "validator/repair/trailer_block.h"

#include <gtest/gtest.h>

#include <string>

#define SCISSORS "# ------------------------ >8 ------------------------\n"

namespace commitgate {
namespace {

using std::string_view_literals::operator""sv;
using Trailers = std::vector<TrailerText>;

TEST(TrailersOf, AreThoseThatGitSees) {
  const std::string text = "s\n\nFixes: x\n\nK : v\nL:\n w\n# c\nM:\n";
  EXPECT_EQ(TrailersOf(MakeMessage(text)),
            (Trailers{{"K", "v"}, {"L", "w"}, {"M", ""}}));
}

TEST(TrailersOf, AreNoneWhereGitSeesNone) {
  EXPECT_EQ(TrailersOf(MakeMessage("Fixes: x\n")), Trailers{});
  EXPECT_EQ(TrailersOf(MakeMessage("")), Trailers{});
}

TEST(InCanonicalOrder, IsTheOrderOfLandedCommits) {
  EXPECT_EQ(InCanonicalOrder({{"CVE-ID", "1"},
                              {"reviewed-by", "2"},
                              {"Refs", "3"},
                              {"Fixes", "4"},
                              {"Backport-PR-URL", "5"},
                              {"Signed-off-by", "6"},
                              {"PR-URL", "7"},
                              {"Co-authored-by", "8"}}),
            (Trailers{{"Signed-off-by", "6"},
                      {"Co-authored-by", "8"},
                      {"PR-URL", "7"},
                      {"Backport-PR-URL", "5"},
                      {"Fixes", "4"},
                      {"Refs", "3"},
                      {"reviewed-by", "2"},
                      {"CVE-ID", "1"}}));
}

TEST(InCanonicalOrder, LeavesThoseOfOneKeyInTheirs) {
  const Trailers trailers{{"Fixes", "2"}, {"fixes", "1"}, {"Fixes", "3"}};
  EXPECT_EQ(InCanonicalOrder(trailers), trailers);
}

TEST(WithTrailers, ReplacesTheBlockAndNothingElse) {
  struct Case {
    std::string_view what;
    std::string_view message;
    std::string_view written;
  };
  for (
      const auto& [what, message, written] : {
          Case{"a title", "s", "s\n\nK: v\nL:\n"},
          Case{"a title of two lines", "s\nA: b\n", "s\nA: b\n\nK: v\nL:\n"},
          Case{"a title that looks like a trailer", "A: b\n",
               "A: b\n\nK: v\nL:\n"},
          Case{"a body", "s\n\nbody\n\n  more\n",
               "s\n\nbody\n\n  more\n\nK: v\nL:\n"},
          Case{"odd bytes", "s\n\nb  \tody \r\n\n\n\xff\n",
               "s\n\nb  \tody \r\n\n\n\xff\n\nK: v\nL:\n"},
          Case{"blank lines around", "\n\ns\n\nb\n\n\n",
               "s\n\nb\n\nK: v\nL:\n"},
          Case{"other trailers", "s\n\nb\n\nA: b\nC: d\n",
               "s\n\nb\n\nK: v\nL:\n"},
          Case{"folded trailers", "s\n\nA: b\n c\nD:\n e\n", "s\n\nK: v\nL:\n"},
          Case{"many blank lines before", "s\n\nb\n\n\n \nA: b\n",
               "s\n\nb\n\nK: v\nL:\n"},
          Case{"trailers in two paragraphs", "s\n\nA: b\n\nC: d\n",
               "s\n\nA: b\n\nK: v\nL:\n"},
          Case{"prose that ends with a trailer", "s\n\nb\nA: b\n",
               "s\n\nb\nA: b\n\nK: v\nL:\n"},
          Case{"prose within", "s\n\nSigned-off-by: x\nprose\n  cont\nA: b\n",
               "s\n\nprose\n  cont\n\nK: v\nL:\n"},
          Case{"a comment within", "s\n\nb\n\nA: b\n# c\nC: d\n",
               "s\n\nb\n\n# c\n\nK: v\nL:\n"},
          Case{"where it was picked",
               "s\n\nA: b\n(cherry picked from commit 1)\nC: d\n",
               "s\n\nK: v\nL:\n(cherry picked from commit 1)\n"},
          Case{"only where it was picked",
               "s\n\n(cherry picked from commit 1)\n",
               "s\n\nK: v\nL:\n(cherry picked from commit 1)\n"},
          Case{"conflicts", "s\n\nA: b\n\nConflicts:\n\ta.c\n",
               "s\n\nK: v\nL:\n\nConflicts:\n\ta.c\n"},
          Case{"conflicts without trailers", "s\n\nConflicts:\n\ta.c\n",
               "s\n\nConflicts:\n\ta.c\n\nK: v\nL:\n"},
          Case{"a comment behind", "s\n\nA: b\n#c \n", "s\n\nK: v\nL:\n#c \n"},
          Case{"a comment without trailers", "s\n\nb\n\n\n# c\n\n#d\n",
               "s\n\nb\n\nK: v\nL:\n\n\n# c\n\n#d\n"},
          Case{"only comments", "# s\n# c\n", "# s\n\nK: v\nL:\n# c\n"},
          Case{"scissors", "s\n\nb\n" SCISSORS "A: b\n",
               "s\n\nb\n\nK: v\nL:\n" SCISSORS "A: b\n"},
          Case{"trailers and scissors", "s\n\nA: b\n" SCISSORS "C: d\n",
               "s\n\nK: v\nL:\n" SCISSORS "C: d\n"},
          Case{"a NUL in a trailer", "s\n\nA: b\0c\nD: e\n"sv,
               "s\n\nK: v\nL:\n\0c\nD: e\n"sv},
          Case{"a NUL in the body", "s\n\nb\0c\nD: e\n"sv,
               "s\n\nb\n\nK: v\nL:\n\0c\nD: e\n"sv},
          Case{"a NUL first in a line", "s\n\nb\n\0c\n"sv,
               "s\n\nb\n\nK: v\nL:\n\0c\n"sv},
          Case{"a NUL in the title", "s\0t\n"sv, "s\n\nK: v\nL:\n\0t\n"sv},
          Case{
              "a NUL in scissors",
              "s\n\n# ------------------------ >8 ------------------------\0"sv,
              "s\n\nK: v\nL:\n\n"
              "# ------------------------ >8 ------------------------\0\n"sv},
      }) {
    SCOPED_TRACE(what);
    const std::string text =
        WithTrailers(MakeMessage(message), {{"K", "v"}, {"L", ""}});
    EXPECT_EQ(text, written);
    EXPECT_EQ(TrailersOf(MakeMessage(text)), (Trailers{{"K", "v"}, {"L", ""}}));
  }
}

TEST(WithTrailers, WritesNothingWhereThereAreNone) {
  EXPECT_EQ(WithTrailers(MakeMessage("s\n\nbody\n\nA: b\n"), {}),
            "s\n\nbody\n");
  EXPECT_EQ(WithTrailers(MakeMessage("s\n"), {}), "s\n");
  EXPECT_EQ(WithTrailers(MakeMessage("s\n\n(cherry picked from commit 1)"), {}),
            "s\n\n(cherry picked from commit 1)\n");
}

TEST(WithTrailers, FindsNoPlaceInAnEmptyMessage) {
  EXPECT_EQ(WithTrailers(MakeMessage(""), {{"K", "v"}}), "");
}

TEST(WithTrailers, TakesLinearTime) {
  std::string text = "s\n\n";
  for (int i = 0; i < 100'000; ++i)
    text += "Signed-off-by: x\nprose\n folded\n";
  const Message message = MakeMessage(text);
  EXPECT_EQ(MakeMessage(WithTrailers(message, TrailersOf(message)))
                .block.trailers.size(),
            100'000u);
}

}  // namespace
}  // namespace commitgate
