// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

TEST(CoAuthoredByIsTrailer, IsContentInTheBlock) {
  for (const std::string_view message : {
           "",
           "doc: x",
           "doc: x\n\nCo-authored-by: A <a@b.c>",
           "doc: x\n\nbody\n\nCo-authored-by: A <a@b.c>\nPR-URL: u",
           "doc: x\r\n\r\nbody\r\n\r\nCo-authored-by: A <a@b.c>\r\n",
           "doc: x\n\nbody\n\nCo-authored-by: A <a@b.c>\n\n",
           "doc: x\n\n    Co-authored-by: quoted\n\nPR-URL: u",
           "doc: x\n\nCo-authored-by A\n\nPR-URL: u",
           "doc: x\n\nAssisted-by: other\n\nPR-URL: u",
       }) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Complaints(kCoAuthoredByIsTrailer, message), Lines{});
  }
}

TEST(CoAuthoredByIsTrailer, SaysWhyGitSeesNoTrailer) {
  const struct {
    std::string_view message;
    std::string_view complaint;
  } kCases[] = {
      {"doc: x\n\nCo-authored-by: A <a@b.c>\n\nPR-URL: u",
       "3:1+14: error: Co-authored-by is outside of the trailer block: line 4 "
       "is blank "
       "and splits it [Co-authored-by]"},
      {"doc: x\n\nCo-authored-by: A <a@b.c>\n \nThanks",
       "3:1+14: error: Co-authored-by is outside of the trailer block: line 4 "
       "is blank "
       "and text follows it [Co-authored-by]"},
      {"doc: x\n\nbody\nCo-authored-by: A <a@b.c>",
       "4:1+14: error: Co-authored-by is outside of the trailer block: line 3 "
       "is prose "
       "[Co-authored-by]"},
      {"doc: x\nCo-authored-by: A <a@b.c>",
       "2:1+14: error: Co-authored-by is outside of the trailer block: no "
       "blank line "
       "parts it from the title [Co-authored-by]"},
  };
  for (const auto& [message, complaint] : kCases) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Complaints(kCoAuthoredByIsTrailer, message),
              Lines{std::string(complaint)});
  }
}

TEST(CoAuthoredByIsTrailer, ReadsTheKeyWhateverItsCase) {
  EXPECT_EQ(Complaints(kCoAuthoredByIsTrailer,
                       "doc: x\n\nCO-AUTHORED-BY: A\n\nPR-URL: u")
                .size(),
            1u);
}

TEST(CoAuthoredByIsTrailer, ComplainsOfTheFirstLineOnly) {
  EXPECT_EQ(
      Complaints(kCoAuthoredByIsTrailer,
                 "doc: x\n\nCo-authored-by: A\nCo-authored-by: B\n\nPR-URL: u")
          .size(),
      1u);
}

TEST(CoAuthoredByIsTrailer, JudgesDraftsToo) {
  EXPECT_FALSE(kCoAuthoredByIsTrailer.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
