// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

TEST(NoSquashNumber, NumberAtTheEndIsRefused) {
  const struct {
    const char* what;
    const char* title;
    const char* complaint;
  } kCases[] = {
      {"a number", "doc: x (#123)",
       "1:8+6: error: title ends with '(#123)' as the web interface merges, "
       "the number belongs into PR-URL [doc: x (#123)] -> doc: x"},
      {"two numbers", "doc: x (#1) (#23)",
       "1:13+5: error: title ends with '(#23)' as the web interface merges, "
       "the number belongs into PR-URL [doc: x (#1) (#23)] -> doc: x (#1)"},
      {"behind a revert", "Revert \"doc: x\" (#4)",
       "1:17+4: error: title ends with '(#4)' as the web interface merges, "
       "the number belongs into PR-URL [Revert \"doc: x\" (#4)] -> Revert "
       "\"doc: x\""},
      {"wide characters", "doc: 文字 (#123)",
       "1:11+6: error: title ends with '(#123)' as the web interface merges, "
       "the number belongs into PR-URL [doc: 文字 (#123)] -> doc: 文字"},
      {"blanks before it", "doc: x  (#1)",
       "1:9+4: error: title ends with '(#1)' as the web interface merges, the "
       "number belongs into PR-URL [doc: x  (#1)] -> doc: x"},
      {"blanks behind it", "doc: x (#123)  ",
       "1:8+6: error: title ends with '(#123)' as the web interface merges, "
       "the number belongs into PR-URL [doc: x (#123)] -> doc: x"},
  };
  for (const auto& [what, title, complaint] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Complaints(kNoSquashNumber, title), Lines{complaint});
  }
}

TEST(NoSquashNumber, OtherTitlesAreAccepted) {
  const struct {
    const char* what;
    const char* message;
  } kCases[] = {
      {"no message", ""},
      {"no number", "doc: x"},
      {"a number in the quotes of a revert", "Revert \"doc: x (#12)\""},
      {"a number in the middle", "doc: x (#12) y"},
      {"no digits", "doc: x (#)"},
      {"other characters", "doc: x (#12a)"},
      {"no parentheses", "doc: x #12"},
      {"no blank before it", "doc: x(#12)"},
      {"a number in the body", "doc: x\n\nbody (#12)"},
  };
  for (const auto& [what, message] : kCases) {
    SCOPED_TRACE(what);
    EXPECT_EQ(Complaints(kNoSquashNumber, message), Lines{});
  }
}

TEST(NoSquashNumber, IsForLandingOnly) {
  EXPECT_TRUE(kNoSquashNumber.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
