// SPDX-License-Identifier: MIT
#include "validator/repair/fill.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

using MaybeLines = std::optional<TextLines>;

MaybeLines FillText(std::string_view text, size_t columns,
                    const FillForm& form = {}) {
  std::vector<FillWord> words;
  AddWords(text, words);
  return Fill(words, {form.first_indent, form.next_indent, columns});
}

TEST(Fill, PutsAsManyWordsOnALineAsFit) {
  EXPECT_EQ(FillText("aa bb cc dd", 5), (TextLines{"aa bb", "cc dd"}));
  EXPECT_EQ(FillText("aa bb cc dd", 4), (TextLines{"aa", "bb", "cc", "dd"}));
  EXPECT_EQ(FillText("aa bb", 80), TextLines{"aa bb"});
}

TEST(Fill, KeepsBlanksInALineAndDropsThemWhereItBreaks) {
  EXPECT_EQ(FillText("aa.  bb.  cc", 8), (TextLines{"aa.  bb.", "cc"}));
}

TEST(Fill, IndentsTheFirstLineAndTheOthers) {
  EXPECT_EQ(FillText("aa bb cc", 6, {"* ", "  ", 0}),
            (TextLines{"* aa", "  bb", "  cc"}));
}

TEST(Fill, CountsColumns) {
  EXPECT_EQ(FillText("\u6587\u6587 \u6587", 6),
            (TextLines{"\u6587\u6587", "\u6587"}));
}

TEST(Fill, LetsAWordStickOutButNotSeveral) {
  EXPECT_EQ(FillText("aa bbbbbb cc", 4), (TextLines{"aa", "bbbbbb", "cc"}));
  EXPECT_EQ(FillText("aa `b b b` cc", 4), MaybeLines());
}

TEST(Fill, BreaksNoCode) {
  EXPECT_EQ(FillText("aa `b b` cc", 6), (TextLines{"aa", "`b b`", "cc"}));
  EXPECT_EQ(FillText("aa `b b", 4), (TextLines{"aa", "`b b"}));
}

TEST(Fill, StartsNoLineWithWhatMeansMore) {
  for (const std::string word :
       {"#12", ">", "-", "*", "+", "1.", "12)", "Note:", "From", "diff", "$x",
        "|", "```", "---", ";", "!x"}) {
    SCOPED_TRACE(word);
    EXPECT_EQ(FillText("aaaaaa bb " + word, 9),
              (TextLines{"aaaaaa", "bb " + word}));
  }
}

TEST(Fill, GivesUpWhereEveryWordMeansMore) {
  EXPECT_EQ(FillText("aaaaaa # # # #", 7), MaybeLines());
  EXPECT_EQ(FillText("aaaaaaaa #12", 9), MaybeLines());
}

}  // namespace
}  // namespace commitgate::testing
