// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

TEST(AssistedByIsTrailer, IsContentInTheBlock) {
  for (const std::string_view message : {
           "",
           "doc: x",
           "doc: x\n\nAssisted-by: A <a@b.c>",
           "doc: x\n\nbody\n\nAssisted-by: A <a@b.c>\nPR-URL: u",
           "doc: x\r\n\r\nbody\r\n\r\nAssisted-by: A <a@b.c>\r\n",
           "doc: x\n\nbody\n\nAssisted-by: A <a@b.c>\n\n",
           "doc: x\n\n    Assisted-by: quoted\n\nPR-URL: u",
           "doc: x\n\nAssisted-by A\n\nPR-URL: u",
           "doc: x\n\nCo-authored-by: other\n\nPR-URL: u",
       }) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Complaints(kAssistedByIsTrailer, message), Lines{});
  }
}

TEST(AssistedByIsTrailer, SaysWhyGitSeesNoTrailer) {
  const struct {
    std::string_view message;
    std::string_view complaint;
  } kCases[] = {
      {"doc: x\n\nAssisted-by: A <a@b.c>\n\nPR-URL: u",
       "3:1+11: error: Assisted-by is outside of the trailer block: line 4 is "
       "blank "
       "and splits it [Assisted-by]"},
      {"doc: x\n\nAssisted-by: A <a@b.c>\n \nThanks",
       "3:1+11: error: Assisted-by is outside of the trailer block: line 4 is "
       "blank "
       "and text follows it [Assisted-by]"},
      {"doc: x\n\nbody\nAssisted-by: A <a@b.c>",
       "4:1+11: error: Assisted-by is outside of the trailer block: line 3 is "
       "prose "
       "[Assisted-by]"},
      {"doc: x\nAssisted-by: A <a@b.c>",
       "2:1+11: error: Assisted-by is outside of the trailer block: no blank "
       "line "
       "parts it from the title [Assisted-by]"},
  };
  for (const auto& [message, complaint] : kCases) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Complaints(kAssistedByIsTrailer, message),
              Lines{std::string(complaint)});
  }
}

TEST(AssistedByIsTrailer, ReadsTheKeyWhateverItsCase) {
  EXPECT_EQ(
      Complaints(kAssistedByIsTrailer, "doc: x\n\nassisted-By: A\n\nPR-URL: u")
          .size(),
      1u);
}

TEST(AssistedByIsTrailer, ComplainsOfTheFirstLineOnly) {
  EXPECT_EQ(Complaints(kAssistedByIsTrailer,
                       "doc: x\n\nAssisted-by: A\nAssisted-by: B\n\nPR-URL: u")
                .size(),
            1u);
}

TEST(AssistedByIsTrailer, JudgesDraftsToo) {
  EXPECT_FALSE(kAssistedByIsTrailer.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
