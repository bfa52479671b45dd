// SPDX-License-Identifier: MIT
#include "validator/message/charset.h"

#include <gtest/gtest.h>

#include <string>

namespace commitgate {
namespace {

using std::string_literals::operator""s;

TEST(Utf8, IsWellFormed) {
  for (const std::string& text :
       {""s, "plain"s, "a\0b"s, "é"s, "日本語, and more"s, "\U0001f680"s,
        "\xf4\x8f\xbf\xbf"s, "\xed\x9f\xbf"s}) {
    SCOPED_TRACE(text);
    EXPECT_TRUE(IsUtf8(text));
    EXPECT_EQ(FindInvalidUtf8(text), std::nullopt);
  }
}

TEST(Utf8, IsRefusedAtItsFirstBadByte) {
  struct Case {
    std::string what;
    std::string text;
    size_t offset;
  };
  const Case cases[] = {
      {"Latin-1", "caf\xe9", 3},
      {"a stray continuation", "\x80", 0},
      {"half a character", "eight by\xe6\x97", 8},
      {"half a character, then ASCII", "\xc3(", 0},
      {"overlong", "ab\xc0\xaf", 2},
      {"overlong in three bytes", "\xe0\x80\xaf", 0},
      {"a surrogate", "\xed\xa0\x80", 0},
      {"beyond Unicode", "\xf4\x90\x80\x80", 0},
      {"no such byte", "long enough for words\xff", 21},
      {"behind other characters", "日本\xff日", 6},
  };
  for (const auto& [what, text, offset] : cases) {
    SCOPED_TRACE(what);
    EXPECT_FALSE(IsUtf8(text));
    EXPECT_EQ(FindInvalidUtf8(text), offset);
  }
}

TEST(Utf8Name, IsSpelledInSeveralWays) {
  for (const char* name : {"", "UTF-8", "utf8", "ASCII", "us-ascii"})
    EXPECT_TRUE(IsUtf8Name(name)) << name;
  for (const char* name : {"UTF-16", "latin1", " ", "UTF-88", "UTF_8"})
    EXPECT_FALSE(IsUtf8Name(name)) << name;
}

std::optional<std::string> Converted(std::string_view text,
                                     std::string_view charset) {
  const auto bytes = ToUtf8(text, charset);
  if (!bytes)
    return std::nullopt;
  return std::string(bytes->begin(), bytes->end());
}

TEST(ToUtf8, Converts) {
  EXPECT_EQ(Converted("caf\xe9", "ISO-8859-1"), "café");
  EXPECT_EQ(Converted("caf\xe9", "latin-1"), "café");
  EXPECT_EQ(Converted("caf\xe9", "Latin1"), "café");
  EXPECT_EQ(Converted("\x93\xfa\x96\x7b", "Shift_JIS"), "日本");
  EXPECT_EQ(Converted("\x1b$BF|K\\\x1b(B!", "ISO-2022-JP"), "日本!");
  EXPECT_EQ(Converted("a\0b"s, "ISO-8859-1"), "a\0b"s);
  EXPECT_EQ(Converted("", "ISO-8859-1"), "");
  EXPECT_EQ(Converted("café", "UTF-8"), "café");
}

TEST(ToUtf8, ConvertsTextThatGrowsThreefold) {
  const std::string euros(100000, '\x80');
  std::string expected;
  for (size_t i = 0; i < euros.size(); ++i)
    expected += "€";
  EXPECT_EQ(Converted(euros, "windows-1252"), expected);
}

TEST(ToUtf8, RefusesWhatIsNoTextInTheCharset) {
  EXPECT_EQ(Converted("\xff\xff", "EUC-JP"), std::nullopt);
  EXPECT_EQ(Converted("\x93", "Shift_JIS"), std::nullopt) << "half a character";
  EXPECT_EQ(Converted("\xe9", "UTF-8"), std::nullopt);
}

TEST(ToUtf8, RefusesCharsetsThatItDoesNotKnow) {
  for (const std::string& name :
       {"no-such-charset"s, "UTF-16//IGNORE"s, "../../tmp/x"s, "//"s,
        "ISO-8859-1\0x"s, " ISO-8859-1"s, std::string(1000, 'a')})
    EXPECT_EQ(Converted("a", name), std::nullopt) << name;
}

}  // namespace
}  // namespace commitgate
