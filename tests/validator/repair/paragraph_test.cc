// SPDX-License-Identifier: MIT
#include "validator/repair/paragraph.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

std::vector<std::pair<size_t, size_t>> RangesOf(std::string_view text) {
  std::vector<std::pair<size_t, size_t>> ranges;
  for (const auto& [begin, end] : ParagraphsOf(MakeMessage(text)))
    ranges.emplace_back(begin, end);
  return ranges;
}

TEST(Paragraphs, AreBehindTheTitles) {
  using Ranges = std::vector<std::pair<size_t, size_t>>;
  EXPECT_EQ(RangesOf(""), Ranges{});
  EXPECT_EQ(RangesOf("title\nmore"), Ranges{});
  EXPECT_EQ(RangesOf("title\n\na\nb\n\n\nc"), (Ranges{{2, 4}, {6, 7}}));
}

TEST(ItemIndent, IsThatOfTheText) {
  EXPECT_EQ(ItemIndent("- a"), 2u);
  EXPECT_EQ(ItemIndent("  *  a"), 5u);
  EXPECT_EQ(ItemIndent("12. a"), 4u);
  EXPECT_EQ(ItemIndent("1) a"), 3u);
  for (const std::string_view line :
       {"", "-", "-a", "a", "1.", "1.a", "1234. a", "1 a", "    - a", "+ a"}) {
    SCOPED_TRACE(line);
    EXPECT_EQ(ItemIndent(line), std::nullopt);
  }
}

TEST(IsProse, IsOfWordsAlone) {
  for (const std::string_view text :
       {"a b", "a.  b", "- a\n  b\n- c", " 1. a\n    b", "* a\nb", "a `b`"}) {
    SCOPED_TRACE(text);
    EXPECT_TRUE(IsProse(SplitLines(text)));
  }
  for (const std::string_view text :
       {"> a",  "$ a",      "# a",         "| a |",      "<a>",    "@@ 1 @@",
        "+a",   "diff a b", "---",         "===",        "~~~",    "```",
        "a {",  "}",        "a;",          "a \\",       "[1]: a", "a   b",
        "a\tb", "  a",      "- a\n     b", "- a\nb\n  c"}) {
    SCOPED_TRACE(text);
    EXPECT_FALSE(IsProse(SplitLines(text)));
  }
}

}  // namespace
}  // namespace commitgate::testing
