// SPDX-License-Identifier: MIT
#include "validator/message/printable.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

using namespace std::string_literals;

TEST(Printable, LeavesAloneWhatPeopleWrite) {
  const std::string kTexts[] = {
      "",
      "doc: fix typo",
      "C:\\path \"quoted\" 'text' `code` # 100%",
      "na\xc3\xafve caf\xc3\xa9, \xe2\x80\x9cquotes\xe2\x80\x9d \xe2\x80\xa6",
      "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e",
      "\xd7\xa2\xd7\x91\xd7\xa8\xd7\x99\xd7\xaa",
      "e\xcc\x81",
      "\xf0\x9f\x90\xa2\xf0\x9f\x9a\x80",
      // Heart and keycap with an emoji's looks, and a family.
      "\xe2\x9d\xa4\xef\xb8\x8f 1\xef\xb8\x8f\xe2\x83\xa3",
      "\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
      // Persian needs the non-joiner.
      "\xd9\x85\xdb\x8c\xe2\x80\x8c\xd8\xb1",
      "no\xc2\xa0"
      "break",
      "\xef\xbf\xbd",
      // Arabic number sign, which is of the format characters and is seen.
      "\xd8\x80\xd9\xa1",
  };
  for (const std::string& text : kTexts)
    EXPECT_EQ(Printable(text), text);
}

TEST(Printable, ShowsWhatCouldDeceive) {
  const struct {
    const char* what;
    std::string text;
    std::string shown;
  } kCases[] = {
      {"line feed", "a\nb", "a\\nb"},
      {"carriage return", "a\rb", "a\\rb"},
      {"tab", "a\tb", "a\\tb"},
      {"NUL", "a\0b"s, "a\\x00b"},
      {"bell", "\x07", "\\x07"},
      {"delete", "\x7f", "\\x7f"},
      {"escape sequence", "\x1b[31mred\x1b[m", "\\x1b[31mred\\x1b[m"},
      {"C1 next line", "\xc2\x85", "<U+0085>"},
      {"C1 control sequence introducer",
       "\xc2\x9b"
       "31m",
       "<U+009B>31m"},
      {"last C1", "\xc2\x9f", "<U+009F>"},
      {"a bare byte of C1",
       "\x9b"
       "31m",
       "\\x9b31m"},
      {"soft hyphen", "\xc2\xad", "<U+00AD>"},
      {"zero width space",
       "a\xe2\x80\x8b"
       "b",
       "a<U+200B>b"},
      {"joiner between letters",
       "a\xe2\x80\x8d"
       "b",
       "a<U+200D>b"},
      {"joiner at the end", "\xc3\xa9\xe2\x80\x8d", "\xc3\xa9<U+200D>"},
      {"left-to-right mark", "\xe2\x80\x8e", "<U+200E>"},
      {"right-to-left override", "\xe2\x80\xae", "<U+202E>"},
      {"isolate", "\xe2\x81\xa6", "<U+2066>"},
      {"Arabic letter mark", "\xd8\x9c", "<U+061C>"},
      {"line separator", "\xe2\x80\xa8", "<U+2028>"},
      {"paragraph separator", "\xe2\x80\xa9", "<U+2029>"},
      {"byte order mark",
       "\xef\xbb\xbf"
       "doc",
       "<U+FEFF>doc"},
      {"Hangul filler", "\xe3\x85\xa4", "<U+3164>"},
      {"combining grapheme joiner", "\xcd\x8f", "<U+034F>"},
      {"tag", "\xf3\xa0\x81\x81", "<U+E0041>"},
      {"emoji presentation of nothing", " \xef\xb8\x8f", " <U+FE0F>"},
      {"variation selector 17", "\xf3\xa0\x84\x80", "<U+E0100>"},
      {"variation selector 1", "\xef\xb8\x80", "<U+FE00>"},
      {"bytes that are never UTF-8", "\xff\xfe", "\\xff\\xfe"},
      {"Latin-1", "caf\xe9", "caf\\xe9"},
      {"overlong slash", "\xc0\xaf", "\\xc0\\xaf"},
      {"surrogate", "\xed\xa0\x80", "\\xed\\xa0\\x80"},
      {"beyond Unicode", "\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"},
      {"cut off", "\xe2\x82", "\\xe2\\x82"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Printable(test.text), test.shown);
  }
}

TEST(Printable, StopsAtALimitOfCharacters) {
  const struct {
    std::string text;
    size_t limit;
    std::string shown;
  } kCases[] = {
      {"abc", 3, "abc"},
      {"abc", 2, "ab..."},
      {"abc", 0, "..."},
      {"", 0, ""},
      {"\xc3\xa9\xc3\xa9\xc3\xa9", 2, "\xc3\xa9\xc3\xa9..."},
      {"\n\n\n", 1, "\\n..."},
      {"ab\ncd", 4, "ab\\nc..."},
      {std::string(10'000'000, 'x'), 5, "xxxxx..."},
  };
  for (const auto& test : kCases)
    EXPECT_EQ(Printable(test.text, test.limit), test.shown);
}

}  // namespace
}  // namespace commitgate::testing
