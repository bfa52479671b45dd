// SPDX-License-Identifier: MIT
#include "rules/quoted_title.h"

#include <string>

#include <gtest/gtest.h>

namespace commitgate::testing {
namespace {

struct Case {
  const char* what;
  std::string quoted;
  std::string title;
};

TEST(QuotedTitle, IsTheTitle) {
  const Case kCases[] = {
      {"the same", "doc: x", "doc: x"},
      {"blanks", "  doc:  x\ty ", "doc: x y"},
      {"wrapped", "doc: a long\n title", "doc: a long title"},
      {"without the number", "doc: x", "doc: x (#12)"},
      {"with a number", "doc: x (#12)", "doc: x"},
      {"with two numbers", "doc: x (#12) (#13)", "doc: x (#12)"},
      {"cut inside a word", "doc: expl...", "doc: explain titles"},
      {"cut behind a word", "doc: explain ...", "doc: explain titles"},
      {"cut at the very end", "doc: x...", "doc: x"},
      {"cut with a character of its own", "doc: expl\u2026", "doc: explain"},
      {"dots of its own", "doc: and so on...", "doc: and so on..."},
      {"quotes", "doc: say \"x\"", "doc: say \"x\""},
  };
  for (const auto& [what, quoted, title] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_TRUE(QuotesTitle(quoted, title));
  }
}

TEST(QuotedTitle, IsNotAnotherTitle) {
  const Case kCases[] = {
      {"another", "doc: y", "doc: x"},
      {"the start, and no dots", "doc: expl", "doc: explain"},
      {"two dots", "doc: expl..", "doc: explain"},
      {"the start of another", "doc: fix...", "doc: explain"},
      {"more than the title", "doc: x y...", "doc: x"},
      {"the end", "...explain", "doc: explain"},
      {"nothing but dots", "...", "doc: x"},
      {"blanks and dots", " ... ", "doc: x"},
      {"nothing", "", "doc: x"},
      {"case", "Doc: x", "doc: x"},
      {"no blank", "doc:x", "doc: x"},
      {"a number that is none", "doc: x (#)", "doc: x"},
      {"a word in parentheses", "doc: x (#1a)", "doc: x"},
      {"a number of its own", "doc: x (12)", "doc: x"},
      {"a parenthesis", "doc: x)", "doc: x"},
      {"nothing but a parenthesis", ")", "doc: x"},
  };
  for (const auto& [what, quoted, title] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_FALSE(QuotesTitle(quoted, title));
  }
}

}  // namespace
}  // namespace commitgate::testing
