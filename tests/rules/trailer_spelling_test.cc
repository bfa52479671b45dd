// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

Lines Judge(std::string_view body) {
  return Complaints(kTrailerSpelling, "doc: x\n\n" + std::string(body));
}

TEST(TrailerSpelling, KnowsTheKeysOfTheGuide) {
  for (const std::string_view body :
       {"", "PR-URL: u", "Reviewed-By: A <a@b.c>", "Fixes: #1",
        "Refs : https://a", "Signed-off-by: A <a@b.c>",
        "Co-authored-by: A <a@b.c>", "Assisted-by: A",
        "Backport-PR-URL: https://a"}) {
    SCOPED_TRACE(body);
    EXPECT_EQ(Judge(body), Lines{});
  }
}

TEST(TrailerSpelling, SuggestsTheRightOne) {
  const struct {
    std::string_view key;
    std::string_view right;
  } kCases[] = {
      {"Reviewed-by", "Reviewed-By"},
      {"REVIEWED-BY", "Reviewed-By"},
      {"ReviewedBy", "Reviewed-By"},
      {"Reviewed By", "Reviewed-By"},
      {"Reviewed_By", "Reviewed-By"},
      {"Reviewd-By", "Reviewed-By"},
      {"Reveiwed-By", "Reviewed-By"},
      {"Reviewed-Bu", "Reviewed-By"},
      {"pr-url", "PR-URL"},
      {"PR_URL", "PR-URL"},
      {"PR URL", "PR-URL"},
      {"PR-URI", "PR-URL"},
      {"R-URL", "PR-URL"},
      {"fixes", "Fixes"},
      {"Fixed", "Fixes"},
      {"refs", "Refs"},
      {"Signed-Off-By", "Signed-off-by"},
      {"Co-Authored-By", "Co-authored-by"},
      {"Coauthored-by", "Co-authored-by"},
  };
  for (const auto& [key, right] : kCases) {
    SCOPED_TRACE(key);
    const std::string found(key);
    EXPECT_EQ(Judge(found + ": A <a@b.c>"),
              Lines{"3:1+" + std::to_string(key.size()) + ": warning: '" +
                    found + "' is misspelt, wanted '" + std::string(right) +
                    "' [" + found + "] -> " + std::string(right)});
  }
}

TEST(TrailerSpelling, IsJudgedInTheBlockWhateverTheValue) {
  EXPECT_EQ(Judge("reviewed-by: nobody"),
            Lines{"3:1+11: warning: 'reviewed-by' is misspelt, wanted "
                  "'Reviewed-By' [reviewed-by] -> Reviewed-By"});
  EXPECT_EQ(Judge("reviewed-by: nobody\n\nend"), Lines{});
}

TEST(TrailerSpelling, LooksOutsideOfTheBlockToo) {
  EXPECT_EQ(Judge("Reviewd-By: A <a@b.c>\n\nbody\nPR_URL: https://a\n\nend"),
            (Lines{"3:1+10: warning: 'Reviewd-By' is misspelt, wanted "
                   "'Reviewed-By' [Reviewd-By] -> Reviewed-By",
                   "6:1+6: warning: 'PR_URL' is misspelt, wanted 'PR-URL' "
                   "[PR_URL] -> PR-URL"}));
}

TEST(TrailerSpelling, LeavesProseAlone) {
  for (const std::string_view body : {
           "fixes: the whole thing\n\nPR-URL: u",
           "refs: see below\n\nPR-URL: u",
           "Fixed: typo",
           "Fixer: typo",
           "Note: https://a",
           "See: https://a",
           "Bug: https://a",
           "Re: #1",
           "https://a",
           " Reviewd-By: A <a@b.c>",
           "    Reviewed-by: A <a@b.c>",
           "Original-Reviewed-By: A <a@b.c>",
           "Reviewed-on: https://a",
           "PR: https://a",
           "Fix: https://a",
           "reviewed by A <a@b.c>",
           "Reviewd-By: A",
           "it was Reviewed By: A <a@b.c>",
           ": A <a@b.c>",
           "F\xc3\xaexes: #1",
       }) {
    SCOPED_TRACE(body);
    EXPECT_EQ(Judge(body), Lines{});
  }
  EXPECT_EQ(Complaints(kTrailerSpelling, "fixes: #1"), Lines{});
  EXPECT_EQ(Complaints(kTrailerSpelling, ""), Lines{});
}

TEST(TrailerSpelling, LeavesRefToItsOwnRule) {
  EXPECT_EQ(Judge("Ref: https://a"), Lines{});
  EXPECT_EQ(Judge("ref: https://a"), Lines{});
}

TEST(TrailerSpelling, JudgesDraftsToo) {
  EXPECT_FALSE(kTrailerSpelling.landing_only);
}

TEST(TrailerSpelling, KeysAreThoseOfThePolicy) {
  const auto judge = [](std::string_view trailer) {
    return Complaints(kTrailerSpelling,
                      "doc: x\n\n" + std::string(trailer) +
                          ": A <a@example.com>\n"
                          "Signed-off-by: A <a@example.com>",
                      {.options = {{"keys", "Cc Reviewed-by Signed-off-by"}}});
  };
  for (const char* const key :
       {"Reviewed-by", "Cc", "Tested-By", "Acked-By", "Co-Authored-By"}) {
    SCOPED_TRACE(key);
    EXPECT_EQ(judge(key), Lines{});
  }
  EXPECT_EQ(judge("Reviewed-By"),
            Lines{"3:1+11: warning: 'Reviewed-By' is misspelt, wanted "
                  "'Reviewed-by' [Reviewed-By] -> Reviewed-by"});
  EXPECT_EQ(judge("CC"), Lines{"3:1+2: warning: 'CC' is misspelt, wanted 'Cc' "
                               "[CC] -> Cc"});
  EXPECT_EQ(judge("Reviewd-by").size(), 1u);
  EXPECT_EQ(judge("Signed-of-by").size(), 1u);
}

}  // namespace
}  // namespace commitgate::testing
