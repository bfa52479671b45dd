// SPDX-License-Identifier: MIT
#include "validator/report/fold.h"

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

TEST(Fold, BreaksAtBlanks) {
  const struct {
    const char* what;
    std::string text;
    size_t width;
    size_t hanging;
    std::string folded;
  } kCases[] = {
      {"nothing", "", 10, 2, ""},
      {"what fits", "one two", 7, 2, "one two"},
      {"what does not", "one two", 6, 2, "one\n  two"},
      {"twice", "one two three", 5, 1, "one\n two\n three"},
      {"with what hangs", "a bb cc", 4, 2, "a bb\n  cc"},
      {"a long word first", "threee b", 3, 1, "threee\n b"},
      {"a long word later", "a threee b", 3, 1, "a\n threee\n b"},
      {"indented", "  one two", 6, 4, "  one\n    two"},
      {"blanks only", "   ", 2, 1, "   "},
      {"double blanks", "a  b", 10, 1, "a  b"},
      {"a blank at the end", "a ", 10, 1, "a"},
      {"wide characters", "\xe6\x97\xa5\xe6\x9c\xac x", 5, 0,
       "\xe6\x97\xa5\xe6\x9c\xac\nx"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Fold(test.text, test.width, test.hanging), test.folded);
  }
}

}  // namespace
}  // namespace commitgate::testing
