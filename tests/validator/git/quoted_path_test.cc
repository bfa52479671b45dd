// SPDX-License-Identifier: MIT
#include "validator/git/quoted_path.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

TEST(TakeQuotedPath, ReadsWhatGitWrites) {
  const struct {
    const char* quoted;
    const char* path;
    const char* rest = "";
  } kCases[] = {
      {R"("")", ""},
      {R"("/a b/objects")", "/a b/objects"},
      {R"("\a\b\f\n\r\t\v\\\"")", "\a\b\f\n\r\t\v\\\""},
      {R"("caf\303\251")", "caf\303\251"},
      {R"("\0011")", "\0011"},
      {R"("a" and more)", "a", " and more"},
      {R"("a:b":"c")", "a:b", R"(:"c")"},
  };
  for (const auto& [quoted, path, rest] : kCases) {
    std::string_view text = quoted;
    EXPECT_EQ(TakeQuotedPath(text), path) << quoted;
    EXPECT_EQ(text, rest) << quoted;
  }
}

TEST(TakeQuotedPath, KnowsNothingElse) {
  for (const char* text : {"", "a", " \"a\"", "\"", "\"a", "\"\\", "\"\\\"",
                           "\"\\x41\"", "\"\\18\"", "\"\\400\"", "\"\\12"}) {
    std::string_view rest = text;
    EXPECT_EQ(TakeQuotedPath(rest), std::nullopt) << text;
    EXPECT_EQ(rest, text);
  }
}

}  // namespace
}  // namespace commitgate::testing
