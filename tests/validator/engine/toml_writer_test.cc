// SPDX-License-Identifier: MIT
#include "validator/engine/toml_writer.h"

#include <gtest/gtest.h>

#include "validator/engine/toml.h"
#include "validator/message/printable.h"

namespace commitgate {
namespace {

TEST(TomlString, IsReadBackAndShowsNothingThatSteersATerminal) {
  for (const std::string& text :
       {std::string(), std::string("a b"), std::string("\"\\'"),
        std::string("\x1b[31m\n\t"), std::string("\u202E\u009b\U000E0041"),
        std::string("\0", 1), std::string("é文")}) {
    const std::string quoted = TomlString(text);
    EXPECT_EQ(Printable(quoted), quoted);
    const TomlValue root = ParseToml("t", "key = " + quoted);
    EXPECT_EQ(root.Find("key")->value.text, text);
  }
}

TEST(TomlKey, IsReadBackWithAndWithoutQuotes) {
  EXPECT_EQ(TomlKey("max-refs_2"), "max-refs_2");
  EXPECT_EQ(TomlKey(""), "\"\"");
  for (const char* key : {"a", "a.b", "a b", "", "\"", "é", "#"})
    EXPECT_NE(ParseToml("t", TomlKey(key) + " = 1").Find(key), nullptr) << key;
}

TEST(TomlList, StaysOnItsLineWhileItFits) {
  const std::string ten(10, 'x');
  EXPECT_EQ(TomlList({}, 0), "[]");
  EXPECT_EQ(TomlList({"a", "b"}, 70), "[\"a\", \"b\"]");
  EXPECT_EQ(TomlList({"a", "b"}, 71), "[\n  \"a\", \"b\",\n]");
  EXPECT_EQ(TomlList({ten, ten, ten, ten, ten, ten}, 0),
            "[\n  \"xxxxxxxxxx\", \"xxxxxxxxxx\", \"xxxxxxxxxx\", "
            "\"xxxxxxxxxx\", \"xxxxxxxxxx\",\n  \"xxxxxxxxxx\",\n]");
}

TEST(TomlWriter, PutsCommentsWhereTheyEndWithTheirLine) {
  TomlWriter writer;
  writer.Comment("a\nb = 1");
  writer.Table("[t]", {"x\ny", 3});
  writer.Value("k", "1", Origin{});
  writer.List("l", {"v"});
  EXPECT_EQ(writer.text(),
            "# a\\nb = 1\n\n[t]  # x\\ny:3\nk = 1  # default\nl = [\"v\"]\n");
}

}  // namespace
}  // namespace commitgate
