// SPDX-License-Identifier: MIT
#include "validator/git/config_value.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

TEST(PlainValue, IsWhatGitReads) {
  const struct {
    const char* text;
    const char* value;
  } kCases[] = {
      {"", ""},
      {"   ", ""},
      {" x", "x"},
      {"\t x  \t ", "x"},
      {"x  y", "x  y"},
      {"x # comment", "x"},
      {"x\t; comment", "x"},
      {"#comment", ""},
      {"\"x # y\" ; comment", "x # y"},
      {"\"  x  \"  ", "  x  "},
      {"a\" b \"c", "a b c"},
      {"x \"\"", "x "},
      {"\"\"", ""},
      {"\"\tx\"", "\tx"},
      {"a\\tb\\nc\\\\d\\\"e", "a\tb\nc\\d\"e"},
      {"a\\t", "a\t"},
      {"caf\xc3\xa9 \xff", "caf\xc3\xa9 \xff"},
      {"a = [b]", "a = [b]"},
  };
  for (const auto& test : kCases)
    EXPECT_EQ(ReadPlainValue(test.text), test.value) << test.text;
}

TEST(PlainValue, IsNoneWhereReadersDiffer) {
  const char* const kRefused[] = {
      "\"open",  "open\"",         "\"a\" \"b",     "\\q",       "\\b",
      "x\\",     "\"x\\",          "x\ty",          "x \t\"y\"", "\"\" x",
      "\"\"\tx", "\\\\ # comment", "\"a\\\"#b\" x", "a;b\\n",    "x\\ny\tz",
  };
  for (const char* text : kRefused)
    EXPECT_EQ(ReadPlainValue(text), std::nullopt) << text;
}

}  // namespace
}  // namespace commitgate
