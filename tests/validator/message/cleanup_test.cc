// SPDX-License-Identifier: MIT
#include "validator/message/cleanup.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

using std::string_literals::operator""s;
using Strings = std::vector<std::string>;

/// Lines as "number:raw"; text and raw differ where git keeps blanks.
Strings Cleaned(std::string_view file, const Cleanup& cleanup = {}) {
  Strings shown;
  for (const Line& line : CleanUp(file, cleanup))
    shown.push_back(std::to_string(line.number) + ":" + std::string(line.raw));
  return shown;
}

constexpr char kCut[] =
    " ------------------------ >8 ------------------------\n";

TEST(CleanUp, StripsCommentsWithoutLeavingABlankLine) {
  EXPECT_EQ(Cleaned("Subject\n# c\nBody  \n\n\n\nLast"),
            (Strings{"1:Subject", "3:Body", "4:", "7:Last"}));
  EXPECT_EQ(Cleaned("a\n\n# c\n\nb\n"), (Strings{"1:a", "2:", "5:b"}));
  EXPECT_EQ(Cleaned("\n# c\n\na\n#\n\n"), Strings{"4:a"});
  EXPECT_EQ(Cleaned(" # no comment\n#c"), Strings{"1: # no comment"});
  EXPECT_EQ(Cleaned("# only\n#\n"), Strings());
  EXPECT_EQ(Cleaned(""), Strings());
}

TEST(CleanUp, KeepsCommentsInOtherModes) {
  EXPECT_EQ(Cleaned("#1\n\n\n# c \t\r\n\n", {CleanupMode::kWhitespace}),
            (Strings{"1:#1", "2:", "4:# c"}));
  EXPECT_EQ(Cleaned("#1\n# c\n", {CleanupMode::kScissors}),
            (Strings{"1:#1", "2:# c"}));
}

TEST(CleanUp, NeedsNoMemoryForWhatGoes) {
  const size_t many = 1'000'000;
  std::string comments;
  while (comments.size() < many)
    comments += "#\n";
  const std::string file =
      comments + std::string(many, '\n') + "a" + std::string(many, '\n') + "b";
  const std::vector<Line> lines = CleanUp(file, {});
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines.back().number, 2'500'001);
  EXPECT_LT(lines.capacity(), 100u);
}

TEST(CleanUp, KeepsEverythingVerbatim) {
  EXPECT_EQ(Cleaned("\n a \r\n\n\n# c\n\n", {CleanupMode::kVerbatim}),
            (Strings{"1:", "2: a \r", "3:", "4:", "5:# c", "6:"}));
}

TEST(CleanUp, CutsAtScissorsWhereGitDoes) {
  const std::string file = "a\n#"s + kCut + "b\n";
  EXPECT_EQ(Cleaned(file), (Strings{"1:a", "3:b"})) << "only a comment";
  EXPECT_EQ(Cleaned(file, {CleanupMode::kWhitespace}).size(), 3u);
  EXPECT_EQ(Cleaned(file, {CleanupMode::kScissors}), Strings{"1:a"});
  for (const CleanupMode mode :
       {CleanupMode::kStrip, CleanupMode::kWhitespace, CleanupMode::kVerbatim})
    EXPECT_EQ(Cleaned(file, {mode, "#", true}), Strings{"1:a"});
}

TEST(CleanUp, KnowsScissorsExactly) {
  const Cleanup scissors{CleanupMode::kScissors};
  const std::string cut = kCut;
  EXPECT_EQ(Cleaned("#" + cut + "b\n", scissors), Strings());
  for (const std::string& line :
       {cut, " #" + cut, "#" + cut.substr(0, cut.size() - 1) + " \n",
        "# -- >8 --\n"s, ";" + cut}) {
    SCOPED_TRACE(line);
    EXPECT_EQ(Cleaned("a\n" + line + "\nb\n", scissors).back().back(), 'b');
  }
  EXPECT_EQ(Cleaned("a\n#" + cut.substr(0, cut.size() - 1), scissors).size(),
            2u)
      << "git wants the line feed";
  EXPECT_EQ(Cleaned("a\0\n#"s + cut + "b\n", scissors).size(), 3u)
      << "git does not look behind a NUL";
}

TEST(CleanUp, TakesLongCommentStrings) {
  EXPECT_EQ(Cleaned("/x\n// y\n//\nz\n", {CleanupMode::kStrip, "//"}),
            (Strings{"1:/x", "4:z"}));
  EXPECT_EQ(Cleaned("a\n//"s + kCut + "b\n", {CleanupMode::kScissors, "//"}),
            Strings{"1:a"});
  EXPECT_EQ(Cleaned("#1\n; c\n", {CleanupMode::kStrip, ";"}), Strings{"1:#1"});
}

TEST(CleanupMode, HasGitsNames) {
  EXPECT_EQ(ParseCleanupMode("verbatim"), CleanupMode::kVerbatim);
  EXPECT_EQ(ParseCleanupMode("whitespace"), CleanupMode::kWhitespace);
  EXPECT_EQ(ParseCleanupMode("strip"), CleanupMode::kStrip);
  EXPECT_EQ(ParseCleanupMode("scissors"), CleanupMode::kScissors);
  for (const char* name : {"", "default", "Strip", "strip ", "none"})
    EXPECT_EQ(ParseCleanupMode(name), std::nullopt) << name;
}

TEST(GuessCommentString, IsThatOfGitsOwnComments) {
  EXPECT_EQ(GuessCommentString("#1\n\n; Please enter\n;\n;\tmodified: x\n"),
            ";");
  EXPECT_EQ(GuessCommentString("x\n\n@ On branch main\n@\n\n"), "@");
  EXPECT_EQ(GuessCommentString("x\n;"s + kCut + "diff --git a/x b/x\n+# x\n"),
            ";");
}

TEST(GuessCommentString, IsNotThatOfScissorsInTheText) {
  EXPECT_EQ(GuessCommentString("x\n;"s + kCut + "y\n\n@ Please enter\n"), "@");
  EXPECT_EQ(GuessCommentString("x\n;"s + kCut + "y\n@" + kCut + "diff\n"), "@");
}

TEST(GuessCommentString, FallsBackToTheNumberSign) {
  for (const char* file :
       {"", "\n", "x\n", "x\n\n; y\nz\n", "x\n;y\n", "* y\n"})
    EXPECT_EQ(GuessCommentString(file), "#") << file;
}

}  // namespace
}  // namespace commitgate
