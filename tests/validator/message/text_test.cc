// SPDX-License-Identifier: MIT
#include "validator/message/text.h"

#include <gtest/gtest.h>

#include <limits>

namespace commitgate {
namespace {

using std::string_literals::operator""s;

TEST(Trim, TakesWhatGitCallsASpace) {
  EXPECT_EQ(Trim(" \t\r\na b\n\r\t "), "a b");
  EXPECT_EQ(TrimEnd(" a \r"), " a");
  EXPECT_EQ(Trim(" \n"), "");
  EXPECT_EQ(Trim("\f\v"), "\f\v");
}

TEST(Trim, KeepsThePlaceOfWhatIsEmpty) {
  const std::string_view text = "  ";
  EXPECT_EQ(Trim(text).data(), text.data());
}

TEST(EqualsIgnoringCase, FoldsAsciiOnly) {
  EXPECT_TRUE(EqualsIgnoringCase("PR-URL", "pr-Url"));
  EXPECT_TRUE(EqualsIgnoringCase("", ""));
  EXPECT_FALSE(EqualsIgnoringCase("a", "ab"));
  EXPECT_FALSE(EqualsIgnoringCase("É", "é"));
  EXPECT_FALSE(EqualsIgnoringCase("@", "`"));
}

/// Lines as "number:text|raw".
std::vector<std::string> Shown(const std::vector<Line>& lines) {
  std::vector<std::string> shown;
  for (const Line& line : lines)
    shown.push_back(std::to_string(line.number) + ":" + std::string(line.text) +
                    "|" + std::string(line.raw));
  return shown;
}

using Strings = std::vector<std::string>;

TEST(SplitLines, EndsLinesAtLineFeedsOnly) {
  EXPECT_EQ(Shown(SplitLines("")), Strings());
  EXPECT_EQ(Shown(SplitLines("\n")), Strings{"1:|"});
  EXPECT_EQ(Shown(SplitLines("a")), Strings{"1:a|a"});
  EXPECT_EQ(Shown(SplitLines("a\n")), Strings{"1:a|a"});
  EXPECT_EQ(Shown(SplitLines("a\n\nb")), (Strings{"1:a|a", "2:|", "3:b|b"}));
  EXPECT_EQ(Shown(SplitLines("a\rb\fc\0d"s)),
            Strings{"1:a\rb\fc\0d|a\rb\fc\0d"s});
}

TEST(SplitLines, SeparatesBlanksAtTheEnd) {
  EXPECT_EQ(Shown(SplitLines(" a \t\r\n\r\n")),
            (Strings{"1: a| a \t\r", "2:|\r"}));
}

struct ColumnsCase {
  std::string what;
  std::string text;
  size_t columns;
};

TEST(Columns, AreThoseOfATerminal) {
  const ColumnsCase cases[] = {
      {"nothing", "", 0},
      {"ASCII", "doc: fix", 8},
      {"a tab", "\t", 8},
      {"a tab in the middle", "abc\td", 9},
      {"a tab behind a full stop", "12345678\t", 16},
      {"wide characters", "日本", 4},
      {"a tab behind wide characters", "日本\tx", 9},
      {"a composed accent", "\u00e9", 1},
      {"a combining accent", "e\u0301", 1},
      {"a combining accent alone", "\u0301", 0},
      {"many accents", "e\u0301\u0302\u0303x", 2},
      {"an emoji", "\U0001f680", 2},
      {"emoji presentation", "\u2764\ufe0f", 2},
      {"a family", "\U0001f468\u200d\U0001f469\u200d\U0001f467", 2},
      {"a skin tone", "\U0001f44d\U0001f3fd", 2},
      {"a flag", "\U0001f1e9\U0001f1ea", 2},
      {"two flags", "\U0001f1e9\U0001f1ea\U0001f1eb\U0001f1f7", 4},
      {"a zero width space", "a\u200bb", 2},
      {"control characters",
       "a\x1b\x01\x7f"
       "b",
       2},
      {"a NUL", "a\0b"s, 2},
      {"bytes that are not UTF-8", "\xff\xc3(\x80", 4},
      {"half a character", "\xe6\x97", 2},
      {"an accent behind a bad byte", "\xff\u0301", 1},
  };
  for (const auto& [what, text, columns] : cases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Columns(text), columns);
  }
}

TEST(Columns, CountTabsFromWhatIsBefore) {
  EXPECT_EQ(Columns("\t", 7), 1u);
  EXPECT_EQ(Columns("\t", 8), 8u);
  EXPECT_EQ(Columns("a\t", 3), 5u);
}

TEST(Columns, OfLongLinesTakeLinearTime) {
  const size_t many = 1 << 20;
  EXPECT_EQ(Columns(std::string(many, 'x')), many);
  EXPECT_EQ(Columns(std::string(many, '\t')), many * 8);
  EXPECT_EQ(Columns(std::string(many, '\xff')), many);
  std::string accents = "e";
  for (size_t i = 0; i < many / 4; ++i)
    accents += "\u0301";
  EXPECT_EQ(Columns(accents), 1u);
}

TEST(SplitLines, MakesAsManyLinesAsThereAre) {
  const std::string text = "a" + std::string(100'000, '\n') + "b";
  const std::vector<Line> lines = SplitLines(text);
  ASSERT_EQ(lines.size(), 100'001u);
  EXPECT_EQ(lines.capacity(), lines.size());
  EXPECT_EQ(lines.back().text, "b");
  EXPECT_EQ(lines.back().number, 100'001);
}

TEST(BytesWithin, CountsWholeClusters) {
  EXPECT_EQ(BytesWithin("abc", 2), 2u);
  EXPECT_EQ(BytesWithin("abc", 3), 3u);
  EXPECT_EQ(BytesWithin("abc", 9), 3u);
  EXPECT_EQ(BytesWithin("", 3), 0u);
  EXPECT_EQ(BytesWithin("abc", 0), 0u);
  EXPECT_EQ(BytesWithin("日本", 3), 3u);
  EXPECT_EQ(BytesWithin("日本", 1), 0u);
  EXPECT_EQ(BytesWithin("abe\u0301x", 3), 5u);
  EXPECT_EQ(BytesWithin("a\tb", 7), 1u);
  EXPECT_EQ(BytesWithin("a\tb", 8), 2u);
  EXPECT_EQ(BytesWithin("a\xff"
                        "b",
                        2),
            2u);
}

TEST(ExpandTabs, FillsUpToTheStop) {
  EXPECT_EQ(ExpandTabs("a b"), "a b");
  EXPECT_EQ(ExpandTabs("\ta"), "        a");
  EXPECT_EQ(ExpandTabs("ab\tc\t"), "ab      c       ");
  EXPECT_EQ(ExpandTabs("日\tx"), "日      x");
}

TEST(SpanOf, PointsInDisplayColumns) {
  const std::string text = "日本: x\ty";
  const Line line{text, text, 7};
  const std::string_view view = text;
  EXPECT_EQ(SpanOf(line, view), (Span{7, 1, 9}));
  EXPECT_EQ(SpanOf(line, view.substr(6, 1)), (Span{7, 5, 1}));
  EXPECT_EQ(SpanOf(line, view.substr(8)), (Span{7, 7, 3}));
  EXPECT_EQ(SpanOf(line, view.substr(view.size())), (Span{7, 10, 0}));
  EXPECT_EQ(SpanOf(line, {}), (Span{7, 1, 0}));
}

TEST(SpanOf, EndsWhereAnIntDoes) {
  constexpr int kMost = std::numeric_limits<int>::max();
  const std::string tabs((size_t{1} << 28) + 1, '\t');
  const std::string_view view = tabs;
  const Line line{view, view, 1};
  EXPECT_EQ(SpanOf(line, view.substr(view.size() - 1)), (Span{1, kMost, 8}));
}

}  // namespace
}  // namespace commitgate
