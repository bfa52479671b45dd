// SPDX-License-Identifier: MIT
#include "validator/git/quoted_path.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

TEST(UnquotePath, ReadsWhatGitWrites) {
  const struct {
    const char* quoted;
    const char* path;
  } kCases[] = {
      {R"("")", ""},
      {R"("/a b/objects")", "/a b/objects"},
      {R"("\a\b\f\n\r\t\v\\\"")", "\a\b\f\n\r\t\v\\\""},
      {R"("caf\303\251")", "caf\303\251"},
      {R"("\0011")", "\0011"},
      {R"("a" and more)", "a"},
  };
  for (const auto& [quoted, path] : kCases)
    EXPECT_EQ(UnquotePath(quoted), path) << quoted;
}

TEST(UnquotePath, KnowsNothingElse) {
  for (const char* text : {"", "a", " \"a\"", "\"", "\"a", "\"\\", "\"\\\"",
                           "\"\\x41\"", "\"\\18\"", "\"\\400\"", "\"\\12"})
    EXPECT_EQ(UnquotePath(text), std::nullopt) << text;
}

}  // namespace
}  // namespace commitgate::testing
