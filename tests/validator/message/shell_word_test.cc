// SPDX-License-Identifier: MIT
#include "validator/message/shell_word.h"

#include <gtest/gtest.h>

#include "tests/support/process.h"

namespace commitgate {
namespace {

TEST(ShellWord, IsOneWordWhateverItHolds) {
  for (const std::string text :
       {"", "a", "a b", "'", "''", "a'b'c", "\"$(id)`id`\\", "-n", "a\nb\n",
        "*", "~", "#", "\\", "a=b", "{a,b}", "!", "a;b", "\xff\x1b"}) {
    SCOPED_TRACE(text);
    EXPECT_EQ(testing::Run({"sh", "-c", "printf %s. " + ShellWord(text)}).out,
              text + ".");
  }
}

TEST(ShellWord, LeavesPlainWordsAsTheyAre) {
  for (const std::string plain :
       {"a", "Z9", "refs/heads/v1.x-y_z", "/usr/bin/commitgate",
        "alice+work@example.com:8080", "a,b", "-n"})
    EXPECT_EQ(ShellWord(plain), plain);
}

TEST(ShellWord, QuotesEverythingElse) {
  const struct {
    const char* text;
    const char* word;
  } kRows[] = {
      {"", "''"},
      {"a b", "'a b'"},
      {"a=b", "'a=b'"},
      {"~", "'~'"},
      {"it's", "'it'\\''s'"},
      {"$(id)", "'$(id)'"},
      {"a\n", "'a\n'"},
      {"Zo\xc3\xab", "'Zo\xc3\xab'"},
  };
  for (const auto& row : kRows)
    EXPECT_EQ(ShellWord(row.text), row.word);
}

}  // namespace
}  // namespace commitgate
