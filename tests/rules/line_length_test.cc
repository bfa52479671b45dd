// SPDX-License-Identifier: MIT
#include <string>

#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

constexpr const char* kUrl = "https://example.com/";

/// Words of this many columns in all.
std::string Words(size_t columns) {
  std::string words;
  while (words.size() < columns)
    words += "word ";
  words.resize(columns, 'x');
  words.back() = 'x';
  return words;
}

std::string X(size_t columns) {
  return std::string(columns, 'x');
}

std::string WithBody(const std::string& body) {
  return "doc: x\n\n" + body;
}

Lines Judge(const std::string& body, const Given& given = {}) {
  return Complaints(kLineLength, WithBody(body), given);
}

std::string TooLong(const std::string& place, size_t columns,
                    const std::string& found) {
  return place + ": error: line is " + std::to_string(columns) +
         " columns long, limit is 72 [" + found + "]";
}

TEST(LineLength, LimitIsInclusive) {
  EXPECT_EQ(Judge(Words(72)), Lines{});
  EXPECT_EQ(Judge(Words(73)), Lines{TooLong("3:73+1", 73, "x")});
}

TEST(LineLength, LimitIsAnOption) {
  EXPECT_EQ(Judge(Words(80), {.options = {{"max", "80"}}}), Lines{});
  EXPECT_EQ(
      Judge("short words here too", {.options = {{"max", "14"}}}),
      Lines{"3:15+6: error: line is 20 columns long, limit is 14 [re too]"});
}

TEST(LineLength, EachLineIsJudged) {
  EXPECT_EQ(Judge(Words(80) + "\nshort\n\n" + Words(74)),
            (Lines{TooLong("3:73+8", 80, Words(80).substr(72)),
                   TooLong("6:73+2", 74, Words(74).substr(72))}));
}

TEST(LineLength, TitleIsFreeAndItsNeighbourIsNot) {
  EXPECT_EQ(Complaints(kLineLength, ""), Lines{});
  EXPECT_EQ(Complaints(kLineLength, Words(100)), Lines{});
  EXPECT_EQ(Complaints(kLineLength, "doc: x\n" + Words(73)),
            Lines{TooLong("2:73+1", 73, "x")});
}

TEST(LineLength, CountsColumns) {
  std::string wide;
  std::string narrow;
  for (int i = 0; i < 36; ++i) {
    wide += "文";
    narrow += "e\u0301 ";
  }
  EXPECT_EQ(Judge(wide), Lines{});
  EXPECT_EQ(Judge(wide + "字"), Lines{TooLong("3:73+2", 74, "字")});
  EXPECT_EQ(Judge("x" + wide), Lines{TooLong("3:72+2", 73, "文")});
  EXPECT_EQ(Judge(narrow), Lines{});
  EXPECT_EQ(Judge("a\t" + Words(64)), Lines{});
  EXPECT_EQ(Judge("a\t" + Words(65)), Lines{TooLong("3:73+1", 73, "x")});
  EXPECT_EQ(Judge(Words(72) + " \t\r"), Lines{});
}

TEST(LineLength, QuotesAreFree) {
  const char* const kStarts[] = {"    ", "\t", ">", "> ", ">> "};
  for (const char* const start : kStarts) {
    SCOPED_TRACE(start);
    EXPECT_EQ(Judge(start + Words(100)), Lines{});
  }
  EXPECT_EQ(Judge("   " + Words(70)), Lines{TooLong("3:73+1", 73, "x")});
}

TEST(LineLength, UrlThatSticksOutIsFree) {
  const struct {
    const char* what;
    std::string line;
  } kCases[] = {
      {"alone", kUrl + X(100)},
      {"at the end", Words(40) + ' ' + kUrl + X(100)},
      {"of another scheme", Words(40) + " ftp://example.com/" + X(100)},
      {"in parentheses", Words(40) + " (" + kUrl + X(100) + ")."},
      {"starts behind the limit", Words(72) + ' ' + kUrl},
      {"as a link", "[1]: " + (kUrl + X(100))},
  };
  for (const auto& [what, line] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(line), Lines{});
  }
}

TEST(LineLength, UrlExcusesNoOtherWords) {
  EXPECT_EQ(Judge("see https://example.com and " + Words(52)),
            Lines{TooLong("3:73+8", 80, Words(52).substr(44))});
  EXPECT_EQ(Judge("- " + (kUrl + X(60)) + " for more"),
            Lines{TooLong("3:73+19", 91, "xxxxxxxxxx for more")});
  EXPECT_EQ(Judge(Words(70) + " ://x"), Lines{TooLong("3:73+3", 75, "//x")});
}

TEST(LineLength, WordThatWouldHardlyMoveIsFree) {
  EXPECT_EQ(Judge(X(100)), Lines{});
  EXPECT_EQ(Judge("12345678901 " + X(100)), Lines{});
  EXPECT_EQ(Judge("文文文文文 " + X(100)), Lines{});
  EXPECT_EQ(Judge("123456789012 " + X(60)), Lines{TooLong("3:73+1", 73, "x")});
  EXPECT_EQ(Judge("文文文文文文 " + X(60)), Lines{TooLong("3:73+1", 73, "x")});
}

TEST(LineLength, TrailersMayBeLonger) {
  const std::string sign_off = "Signed-off-by: A <a@example.com>";
  const auto trailer = [](size_t columns) {
    return "Reviewed-By: " + Words(columns - 13);
  };
  EXPECT_EQ(Judge("body\n\n" + trailer(120)), Lines{});
  EXPECT_EQ(
      Judge("body\n\n" + sign_off + '\n' + trailer(121)),
      Lines{"6:121+1: error: trailer is 121 columns long, limit is 120 [x]"});
  EXPECT_EQ(
      Judge("body\n\n" + trailer(100), {.options = {{"trailer-max", "99"}}}),
      Lines{"5:100+1: error: trailer is 100 columns long, limit is 99 "
            "[x]"});
  EXPECT_EQ(Judge("body\n\nRefs: " + (kUrl + X(200))), Lines{});
}

TEST(LineLength, FoldedTrailersAreJudgedByTheLine) {
  const std::string folded = "Refs: a\n " + Words(100);
  EXPECT_EQ(Judge("body\n\n" + folded), Lines{});
  EXPECT_EQ(
      Judge("body\n\nRefs: a\n " + Words(120) + "\nPR-URL: b"),
      Lines{"6:121+1: error: trailer is 121 columns long, limit is 120 [x]"});
}

TEST(LineLength, StrayMetadataIsJudgedAsTrailers) {
  const std::string stray =
      "Reviewed-By: " + Words(60) + " <a@example.com>\n\nmore text";
  EXPECT_EQ(Judge("body\n\n" + stray), Lines{});
}

TEST(LineLength, ProseAmongTrailersIsJudgedAsBody) {
  EXPECT_EQ(Judge("body\n\nSigned-off-by: A <a@example.com>\n" + Words(73)),
            Lines{TooLong("6:73+1", 73, "x")});
}

TEST(LineLength, LevelOnRevertIsAnOption) {
  const auto judge = [](const std::string& title, const char* level) {
    return Complaints(kLineLength, title + "\n\n" + Words(73),
                      {.options = {{"on-revert", level}}});
  };
  const std::string revert = "Revert \"doc: x\"";
  EXPECT_EQ(judge(revert, "error"), Lines{TooLong("3:73+1", 73, "x")});
  EXPECT_EQ(judge(revert, "warning"),
            Lines{"3:73+1: warning: line is 73 columns long, limit is 72 [x]"});
  EXPECT_EQ(judge(revert, "off"), Lines{});
  EXPECT_EQ(judge("doc: x", "off"), Lines{TooLong("3:73+1", 73, "x")});
}

}  // namespace
}  // namespace commitgate::testing
