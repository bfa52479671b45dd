// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

TEST(MetadataEnd, IsContentWithOneBlockAtTheEnd) {
  for (const std::string_view message : {
           "",
           "doc: x",
           "doc: x\n\nbody",
           "doc: x\n\nPR-URL: u\nReviewed-By: r",
           "doc: x\n\nbody\n\nPR-URL: u\n\n\n",
           "doc: x\n\nbody\n\n    PR-URL: quoted\n\nPR-URL: u",
           "doc: x\n\nNote: prose\n\nPR-URL: u",
           "doc: x\n\nFixes: the whole thing\n\nPR-URL: u",
           "doc: x\n\nReviewd-By: r\n\nPR-URL: u",
           // Git takes prose into a block that it recognises.
           "doc: x\n\nPR-URL: u\nSigned-off-by: A <a@b.c>\nAfter",
       }) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Complaints(kMetadataEnd, message), Lines{});
  }
}

TEST(MetadataEnd, NamesTheLineThatSplitsTheBlock) {
  EXPECT_EQ(
      Complaints(kMetadataEnd, "doc: x\n\nPR-URL: u\n\nReviewed-By: r"),
      Lines{"3:1+6: error: metadata on line 3 is outside of the trailer block: "
            "line 4 is blank and splits it [PR-URL]"});
}

TEST(MetadataEnd, SeesTextAfterTheMetadata) {
  EXPECT_EQ(
      Complaints(kMetadataEnd,
                 "doc: x\n\nbody\n\nPR-URL: u\nReviewed-By: r\n\nThanks"),
      Lines{"5:1+6: error: 2 lines of metadata from line 5 on are outside of "
            "the trailer block: line 7 is blank and text follows it [PR-URL]"});
}

TEST(MetadataEnd, SeesProseInTheBlock) {
  EXPECT_EQ(
      Complaints(kMetadataEnd, "doc: x\n\nbody\nPR-URL: u"),
      Lines{"4:1+6: error: metadata on line 4 is outside of the trailer block: "
            "line 3 is prose [PR-URL]"});
}

TEST(MetadataEnd, SeesMetadataUnderTheTitle) {
  EXPECT_EQ(
      Complaints(kMetadataEnd, "doc: x\npr-url: u"),
      Lines{"2:1+6: error: metadata on line 2 is outside of the trailer block: "
            "no blank line parts it from the title [pr-url]"});
}

TEST(MetadataEnd, ComplainsOnceAMessage) {
  EXPECT_EQ(Complaints(kMetadataEnd,
                       "doc: x\n\nRefs: #1\n\nFixes: #2\n\nPR-URL: u\n\nend")
                .size(),
            1u);
}

TEST(MetadataEnd, LeavesKeysWithARuleOfTheirOwnAlone) {
  EXPECT_EQ(Complaints(kMetadataEnd,
                       "doc: x\n\nCo-authored-by: A <a@b.c>\n"
                       "assisted-by: B\n\nPR-URL: u"),
            Lines{});
  EXPECT_EQ(
      Complaints(kMetadataEnd,
                 "doc: x\n\nCo-authored-by: A <a@b.c>\nFixes: #1\n\nPR-URL: u"),
      Lines{"4:1+5: error: metadata on line 4 is outside of the trailer block: "
            "line 5 is blank and splits it [Fixes]"});
}

TEST(MetadataEnd, IsForLandingOnly) {
  EXPECT_TRUE(kMetadataEnd.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
