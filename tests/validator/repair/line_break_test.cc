// SPDX-License-Identifier: MIT
#include "validator/repair/line_break.h"

#include <gtest/gtest.h>

#include <string_view>

namespace commitgate::testing {
namespace {

struct BreakCase {
  const char* what;
  std::string_view line;
  std::string_view next;
  LineBreak why;
};

TEST(WhyBroken, TellsWhyALineEnds) {
  using enum LineBreak;
  constexpr BreakCase kCases[] = {
      {"no room", "0123456789 012345678", "word", kFull},
      {"room", "0123456789", "word", kMeant},
      {"a sentence ends", "0123456789 012345678.", "Word", kFull},
      {"a name", "0123456789 012345678", "V8", kFull},
      {"another name", "0123456789 012345678", "Node.js", kFull},
      {"a word that another follows", "0123456789 01234 the", "Word", kFull},
      {"a capital", "0123456789 012345678", "Word", kUnclear},
      {"a hyphen", "0123456789 01234567-", "word", kUnclear},
      {"a path", "0123456789 01234567/", "word", kUnclear},
      {"an item", "0123456789 012345678", "- word", kMeant},
      {"a number", "0123456789 012345678", "1. word", kMeant},
      {"metadata", "0123456789 012345678", "Word: word", kMeant},
      {"an indent", "0123456789 012345678", "  word", kMeant},
      {"the text of an item", "- 0123456789 0123456", "  word", kFull},
      {"less than that", " - 0123456789 012345", "  word", kFull},
      {"more than that", "- 0123456789 0123456", "    word", kMeant},
      {"no indent behind an item", "- 0123456789 0123456", "word", kMeant},
  };
  for (const BreakCase& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(WhyBroken(row.line, row.next, 20), row.why);
  }
}

TEST(WhyBroken, TakesNarrowColumnsForFull) {
  const std::string line(55, 'x');
  EXPECT_EQ(WhyBroken(line, "word", 72), LineBreak::kFull);
  EXPECT_EQ(WhyBroken(line + ".", "word", 72), LineBreak::kMeant);
  EXPECT_EQ(WhyBroken(line, "Word", 72), LineBreak::kMeant);
  EXPECT_EQ(WhyBroken(line.substr(10), "word", 72), LineBreak::kMeant);
}

}  // namespace
}  // namespace commitgate::testing
