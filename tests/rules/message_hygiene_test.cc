// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <utf8proc.h>

#include <string>

#include "tests/support/complaints.h"
#include "validator/message/printable.h"

namespace commitgate::testing {
namespace {

using namespace std::string_literals;

const std::string kCutLine =
    "------------------------ >8 ------------------------";

Lines Judge(const std::string& message) {
  return Complaints(kMessageHygiene, message);
}

/// What the rule says of a commit object with this charset.
Lines JudgeObject(const std::string& charset, const std::string& message) {
  return ComplaintsOfObject(kMessageHygiene,
                            "tree 1\nencoding " + charset + "\n\n" + message);
}

TEST(MessageHygiene, PlainTextIsAccepted) {
  const struct {
    const char* what;
    std::string message;
  } kCases[] = {
      {"nothing", ""},
      {"ASCII", "doc: x\n\nbody\n"},
      {"a tab", "doc: x\n\n\tbody\ta"},
      {"other scripts", "doc: café 文字 עברית\n\n한국어"},
      {"an emoji of several",
       "doc: \U0001F468\u200D\U0001F469\u200D\U0001F467"},
      {"joiners in Indic and Arabic scripts",
       "doc: \u0915\u094d\u200d\u0937 \u0645\u06cc\u200c\u062e"},
      {"a variation selector", "doc: \u2764\uFE0F"},
      {"an underlined heading", "doc: x\n\nHeading\n=======\n\ntext"},
      {"quoted markers", "doc: x\n\n    <<<<<<< HEAD\n <<<<<<< HEAD\n<<<<<<<"},
      {"an indented diff", "doc: x\n\n  diff --git a/x b/x"},
      {"prose about diffs", "doc: x\n\ndiff --git a/x makes no sense"},
      {"a short rule", "doc: x\n\n----- >8 -----"},
      {"blank lines at both ends", "\n \n\ndoc: x\n\n \n"},
  };
  for (const auto& [what, message] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(message), Lines{});
  }
}

TEST(MessageHygiene, HiddenCharactersAreRefused) {
  const struct {
    const char* what;
    std::string message;
    std::string complaint;
  } kCases[] = {
      {"NUL", "doc: x\0y"s,
       "1:7+0: error: U+0000 is a NUL, git does not show what follows"},
      {"escape", "doc: x\n\n\x1b[31m",
       "3:1+0: error: U+001B is a control character"},
      {"carriage return within a line", "doc: x\ry",
       "1:7+0: error: U+000D is a control character"},
      {"delete", "doc: 文\x7f", "1:8+0: error: U+007F is a control character"},
      {"C1 control", "doc: \u009b",
       "1:6+0: error: U+009B is a control character"},
      {"line separator", "doc: x\u2028y",
       "1:7+0: error: U+2028 is a control character"},
      {"override", "doc: \u202ex",
       "1:6+0: error: U+202E changes the direction of text"},
      {"isolate", "doc: \u2066x",
       "1:6+0: error: U+2066 changes the direction of text"},
      {"mark", "doc: x\u200f",
       "1:7+0: error: U+200F changes the direction of text"},
      {"zero width space", "doc: x\n\na\tb\u200bc",
       "3:10+0: error: U+200B is invisible"},
      {"joiner between ASCII", "doc: a\u200db",
       "1:7+0: error: U+200D is invisible"},
      {"joiner at the end", "doc: 文\u200d",
       "1:8+0: error: U+200D is invisible"},
      {"tag", "doc: x\U000E0041", "1:7+0: error: U+E0041 is invisible"},
      {"byte order mark within", "doc: x\n\ufeffbody",
       "2:1+0: error: U+FEFF is invisible"},
      {"byte order mark",
       "\ufeff"
       "doc: x",
       "1:1+0: error: U+FEFF is a byte order mark"},
  };
  for (const auto& [what, message, complaint] : kCases) {
    SCOPED_TRACE(what);
    const Lines complaints = Judge(message);
    ASSERT_EQ(complaints.size(), 1u);
    EXPECT_EQ(complaints[0].substr(0, complaints[0].find(" [")), complaint);
  }
}

std::string Utf8(utf8proc_int32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const utf8proc_ssize_t count = utf8proc_encode_char(code_point, bytes);
  return {reinterpret_cast<const char*>(bytes), static_cast<size_t>(count)};
}

TEST(MessageHygiene, RefusesWhatReportsEscape) {
  std::string shown = "doc: x\n\n";
  for (utf8proc_int32_t c = 0; c <= 0x10FFFF; ++c) {
    if (!utf8proc_codepoint_valid(c))
      continue;
    const std::string line = "a" + Utf8(c) + "b";
    if (Printable(line) == line) {
      shown += line + "\n";
    } else if (c != '\t' && c != '\n') {
      EXPECT_EQ(Judge(line).size(), 1u) << Printable(line);
    }
  }
  EXPECT_EQ(Judge(shown), Lines{}) << "and nothing else";
}

TEST(MessageHygiene, JoinersAndSelectorsMayDoTheirWork) {
  for (const std::string message :
       {"doc: \u2764\uFE0F\u200D\U0001F525", "doc: 1\uFE0F\u20E3",
        "doc: \u0915\u094D\u200D\u0937", "doc: \u2600\uFE0E"})
    EXPECT_EQ(Judge(message), Lines{});
}

TEST(MessageHygiene, JoinersAndSelectorsWithoutWorkAreRefused) {
  const struct {
    const char* what;
    std::string message;
  } kCases[] = {
      {"two joiners", "doc: 文\u200D\u200D文"},
      {"a joiner beside a non-joiner", "doc: 文\u200C\u200D文"},
      {"a joiner beside a space of no width", "doc: 文\u200B\u200D文"},
      {"a selector in front", "\uFE0Fdoc: x"},
      {"a selector behind a blank", "doc: x \uFE0F"},
      {"two selectors", "doc: \u2764\uFE0F\uFE0E"},
      {"a selector behind a joiner", "doc: 文\u200D\uFE0F"},
  };
  for (const auto& [what, message] : kCases) {
    SCOPED_TRACE(what);
    const Lines complaints = Judge(message);
    ASSERT_EQ(complaints.size(), 1u);
    EXPECT_NE(complaints[0].find("is invisible"), std::string::npos);
  }
}

TEST(MessageHygiene, FindsACharacterWhereverItStands) {
  for (const char odd : {'\x01', '\x1f', '\x7f'}) {
    for (size_t column = 0; column < 20; ++column) {
      std::string line(20, '~');
      line[column] = odd;
      const Lines complaints = Judge(line);
      ASSERT_EQ(complaints.size(), 1u) << column;
      EXPECT_TRUE(
          complaints[0].starts_with("1:" + std::to_string(column + 1) + "+0: "))
          << complaints[0];
    }
  }
  for (char c = ' '; c <= '~'; ++c)
    EXPECT_EQ(Judge("doc: " + std::string(11, c) + "."), Lines{}) << c;
}

TEST(MessageHygiene, EachKindIsReportedOnce) {
  EXPECT_EQ(Judge("doc: \x01\x02\n\n\x03\u202e\u202d"),
            (Lines{"1:6+0: error: U+0001 is a control character (and 2 more) "
                   "[\x01]",
                   "3:1+0: error: U+202E changes the direction of text (and 1 "
                   "more) [\u202e]"}));
}

TEST(MessageHygiene, BytesThatAreNotUtf8AreRefused) {
  EXPECT_EQ(Judge("doc: caf\xe9"),
            Lines{"1:9+1: error: byte 0xE9 is not valid UTF-8 [\xe9]"});
  EXPECT_EQ(Judge("doc: x\n\n文\xff\xfe a \xc3"),
            Lines{"3:3+1: error: byte 0xFF is not valid UTF-8 (and 2 more) "
                  "[\xff]"});
}

TEST(MessageHygiene, OverlongFormsAreOnlyInvalid) {
  EXPECT_EQ(Judge("doc: \xe0\x80\x80"),
            Lines{"1:6+1: error: byte 0xE0 is not valid UTF-8 (and 2 more) "
                  "[\xe0]"});
}

TEST(MessageHygiene, DeclaredCharsetCounts) {
  EXPECT_EQ(JudgeObject("ISO-8859-1", "doc: caf\xe9"), Lines{});
  EXPECT_EQ(JudgeObject("UTF-8", "doc: caf\xe9"),
            Lines{"1:9+1: error: byte 0xE9 is not valid UTF-8 [\xE9]"});
  EXPECT_EQ(JudgeObject("no-such-charset", "doc: caf\xe9"),
            Lines{"1:1+0: error: text is not valid in its charset "
                  "'no-such-charset'"});
}

TEST(MessageHygiene, LeftoversAreRefused) {
  const struct {
    const char* what;
    std::string message;
    std::string complaint;
  } kCases[] = {
      {"one marker", "doc: x\n\n<<<<<<< HEAD",
       "3:1+12: error: conflict marker is left over [<<<<<<< HEAD]"},
      {"a conflict", "doc: x\n\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c",
       "3:1+12: error: conflict marker is left over (and 2 more) "
       "[<<<<<<< HEAD]"},
      {"an underline before a marker", "doc: x\n\n=======\n>>>>>>> c",
       "4:1+9: error: conflict marker is left over (and 1 more) [>>>>>>> c]"},
      {"scissors", "doc: x\n\n# " + kCutLine,
       "3:1+54: error: scissors line is left over [# " + kCutLine + "]"},
      {"scissors of another comment string", "doc: x\n\n// " + kCutLine,
       "3:1+55: error: scissors line is left over [// " + kCutLine + "]"},
      {"a diff", "doc: x\n\ndiff --git a/x b/x\ndiff --git a/y b/y",
       "3:1+18: error: diff is left over (and 1 more) [diff --git a/x b/x]"},
  };
  for (const auto& [what, message, complaint] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Judge(message), Lines{complaint});
  }
}

TEST(MessageHygiene, LineEndsAreAWarning) {
  EXPECT_EQ(Judge("doc: x\r\n\r\nbody\r\n"),
            Lines{"1:7+0: warning: line ends with a carriage return (and 2 "
                  "more) [\r]"});
  EXPECT_EQ(Judge("doc: x\n\n文  \n \nbody\t"),
            Lines{"3:3+2: warning: line ends with a blank (and 2 more) [  ]"});
  EXPECT_EQ(Judge("doc: x \r"),
            (Lines{"1:8+0: warning: line ends with a carriage return [\r]",
                   "1:7+1: warning: line ends with a blank [ ]"}));
}

}  // namespace
}  // namespace commitgate::testing
