// SPDX-License-Identifier: MIT
#include "validator/engine/toml.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

using Kind = TomlValue::Kind;

std::string ErrorOf(std::string_view toml) {
  try {
    ParseToml("f", toml);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

std::string Repeat(std::string_view text, size_t times) {
  std::string repeated;
  for (size_t i = 0; i < times; ++i)
    repeated += text;
  return repeated;
}

TEST(ParseToml, ReadsEachKind) {
  const struct {
    const char* toml;
    Kind kind;
    const char* described;
  } kCases[] = {
      {"k = 'a'", Kind::kString, "a string"},
      {"k = 1", Kind::kInteger, "a number"},
      {"k = 1.5", Kind::kFloat, "a number with a fraction"},
      {"k = true", Kind::kBoolean, "true or false"},
      {"k = 2024-01-01", Kind::kTime, "a date or time"},
      {"k = 10:00:00", Kind::kTime, "a date or time"},
      {"k = 2024-01-01T10:00:00Z", Kind::kTime, "a date or time"},
      {"k = []", Kind::kList, "a list"},
      {"k = {}", Kind::kTable, "a table"},
      {"[k]", Kind::kTable, "a table"},
      {"[[k]]", Kind::kList, "a list"},
  };
  for (const auto& [toml, kind, described] : kCases) {
    SCOPED_TRACE(toml);
    const TomlValue root = ParseToml("f", toml);
    ASSERT_NE(root.Find("k"), nullptr);
    EXPECT_EQ(root.Find("k")->value.kind, kind);
    EXPECT_EQ(Describe(root.Find("k")->value.kind), described);
    EXPECT_EQ(root.Find("x"), nullptr);
  }
}

TEST(ParseToml, KeepsValues) {
  const TomlValue root = ParseToml("f", "a = 'x'\nb = -7\nc = ['y', 2]");
  EXPECT_EQ(root.Find("a")->value.text, "x");
  EXPECT_EQ(root.Find("b")->value.integer, -7);
  ASSERT_EQ(root.Find("c")->value.items.size(), 2u);
  EXPECT_EQ(root.Find("c")->value.items[0].text, "y");
  EXPECT_EQ(root.Find("c")->value.items[1].integer, 2);
}

TEST(ParseToml, KeepsPlaces) {
  const TomlValue root =
      ParseToml("f", "z = 1\n[t.u]\n  '\u00e9' = ['x',\n 'y']\n");
  const TomlEntry& z = *root.Find("z");
  EXPECT_EQ(z.place, (TomlPlace{1, 1}));
  EXPECT_EQ(z.value.place, (TomlPlace{1, 5}));
  const TomlEntry& u = *root.Find("t")->value.Find("u");
  EXPECT_EQ(u.place, (TomlPlace{2, 4}));
  const TomlEntry& list = *u.value.Find("\u00e9");
  EXPECT_EQ(list.place, (TomlPlace{3, 3}));
  EXPECT_EQ(list.value.place, (TomlPlace{3, 9}));
  EXPECT_EQ(list.value.items[1].place, (TomlPlace{4, 2}));
}

TEST(ParseToml, KeepsTheOrderOfTheFile) {
  std::string keys;
  for (const TomlEntry& entry : ParseToml("f", "z=1\na=1\nm=1\n[b]").entries)
    keys += entry.key;
  EXPECT_EQ(keys, "zamb");
}

TEST(ParseToml, ReadsAnEmptyFile) {
  for (const char* toml : {"", "\n", "# nothing", "# nothing.\n", "\r\n"})
    EXPECT_EQ(ParseToml("f", toml).entries.size(), 0u) << toml;
}

TEST(ParseToml, SaysWhereAndWhyItIsNoToml) {
  const struct {
    const char* toml;
    const char* error;
  } kCases[] = {
      {"a = ", "f:1:5: parsing key-value pair: encountered end-of-file"},
      {"a = 1\na = 2",
       "f:2:5: parsing key-value pair: cannot redefine existing integer 'a'"},
      {"[a]\n[a]\n",
       "f:2:1: parsing table header: cannot redefine existing table 'a'"},
      {"\n\na = 'x", "f:3:7: parsing string: encountered end-of-file"},
      {"a = 1 b = 2",
       "f:1:7: parsing key-value pair: expected a comment or whitespace, saw "
       "'b'"},
      {"a = 99999999999999999999",
       "f:1:25: parsing decimal integer: '99999999999999999999' is not "
       "representable in 64 bits"},
      {"a = '\xff'", "f:1:5: encountered invalid utf-8 sequence"},
  };
  for (const auto& [toml, error] : kCases)
    EXPECT_EQ(ErrorOf(toml), error);
}

TEST(ParseToml, RefusesBytesThatAreNoText) {
  for (const std::string_view toml :
       {"a = '\xff'", "\xff", "a = '\x01'", "a = '\xed\xa0\x80'"})
    EXPECT_NE(ErrorOf(toml), "") << toml;
  EXPECT_NE(ErrorOf(std::string_view("a = '\0'", 7)), "");
}

TEST(ParseToml, RefusesDeepNestsRatherThanCrash) {
  const struct {
    const char* what;
    std::string toml;
  } kCases[] = {
      {"open brackets", Repeat("[", 100'000)},
      {"open lists", "a = " + Repeat("[", 100'000)},
      {"lists", "a = " + Repeat("[", 100'000) + Repeat("]", 100'000)},
      {"inline tables", "a = " + Repeat("{a=", 100'000)},
      {"dots in a key", "a" + Repeat(".a", 100'000) + " = 1"},
      {"dots with blanks", "a" + Repeat(" . a", 100'000) + " = 1"},
      {"dots between strings", "'a'" + Repeat(".\"a\"", 100'000) + " = 1"},
      {"dots in a header", "[a" + Repeat(".a", 100'000) + "]"},
      {"dots in inline tables",
       "b = " + Repeat("{" + Repeat("a.", 1'000) + "a=", 200)},
      {"dots behind a string of many lines",
       "b = [\"\"\"\n\"\"\"\"\", {a" + Repeat(".a", 100'000) + "=1}]"},
      {"dots behind a string that ends with a quote",
       "b = [\"\"\"\"\"\"\", {a" + Repeat(".a", 100'000) + "=1}]"},
      {"dots behind a quote that is escaped",
       "b = [\"\\\"\", {a" + Repeat(".a", 100'000) + "=1}]"},
      {"dots behind a comment", "# \"\na" + Repeat(".a", 100'000) + "=1"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_NE(ErrorOf(row.toml), "");
  }
}

TEST(ParseToml, LimitOfDotsIsInclusive) {
  EXPECT_EQ(ErrorOf("\na" + Repeat(".a", 16) + " = 1"), "");
  EXPECT_EQ(ErrorOf("\na" + Repeat(".a", 17) + " = 1"),
            "f:2:1: more than 16 dots in keys");
}

TEST(ParseToml, CountsDotsOfKeysInOneLineOnly) {
  const std::string dots(100, '.');
  for (const std::string& toml : {
           "a = \"" + dots + "\\\"" + dots + "\"",
           "a = '" + dots + "\\'",
           "a = \"\"\"" + dots + "\"" + dots + "\n" + dots + "\"\"\"",
           "a = '''" + dots + "''" + dots + "\n" + dots + "'''''",
           "# " + dots,
           "a = 1 # ' \" " + dots + "\nb = 2",
           "a = [\n" + Repeat("1.5,\n", 100) + "]",
       })
    EXPECT_EQ(ErrorOf(toml), "") << toml;
}

}  // namespace
}  // namespace commitgate
