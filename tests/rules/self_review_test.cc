// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/known_people.h"

namespace commitgate::testing {
namespace {

/// A change by Bob with these trailers.
Lines Judge(std::string_view trailers, Given given = {}) {
  given.author_name = "Bob Case";
  if (given.author_email == Given{}.author_email)
    given.author_email = "bob@example.com";
  return Complaints(kSelfReview, "doc: x\n\n" + std::string(trailers), given);
}

constexpr std::string_view kFewOthers =
    "reviewer is an author of the change, 0 others reviewed it, at least 1 "
    "wanted";
constexpr std::string_view kEnoughOthers =
    "reviewer is an author of the change, which does not count";

Lines Complaint(std::string_view place, std::string_view text,
                std::string_view found) {
  return {std::string(place) + ": " + std::string(text) + " [" +
          std::string(found) + "]"};
}

TEST(SelfReview, IsNoneWhereOthersReviewed) {
  for (const std::string_view trailers : {
           "Reviewed-By: Ann Other <ann@example.com>",
           "Reviewed-By: Bob Case <bob.case@example.com>",
           "Co-authored-by: Carol Doe <carol@example.com>\n"
           "Reviewed-By: Ann Other <ann@example.com>",
           "Acked-by: Bob Case <bob@example.com>",
           "Reviewed-By: bob@example.com",
           "Co-authored-by: nobody\nReviewed-By: A <a@b.c>",
           "",
       }) {
    SCOPED_TRACE(trailers);
    EXPECT_EQ(Judge(trailers), Lines{});
  }
}

TEST(SelfReview, IsAllThereIs) {
  EXPECT_EQ(Judge("Reviewed-By: Bob Case <bob@example.com>"),
            Complaint("3:14+26", "error: " + std::string(kFewOthers),
                      "Bob Case <bob@example.com>"));
  EXPECT_EQ(Judge("Reviewed-By: Somebody <BOB@example.com>"),
            Complaint("3:14+26", "error: " + std::string(kFewOthers),
                      "Somebody <BOB@example.com>"));
}

TEST(SelfReview, IsAWarningWhereOthersReviewedToo) {
  EXPECT_EQ(Judge("Reviewed-By: Bob Case <bob@example.com>\n"
                  "Reviewed-By: Ann Other <ann@example.com>"),
            Complaint("3:14+26", "warning: " + std::string(kEnoughOthers),
                      "Bob Case <bob@example.com>"));
}

TEST(SelfReview, IsOneOfACoAuthor) {
  EXPECT_EQ(Judge("Co-authored-by: Ann Other <ann@example.com>\n"
                  "Reviewed-By: Ann Other <ann@example.com>"),
            Complaint("4:14+27", "error: " + std::string(kFewOthers),
                      "Ann Other <ann@example.com>"));
  EXPECT_EQ(Judge("Reviewed-By: Ann Other <ann@example.com>\n"
                  "Reviewed-By: Carol Doe <carol@example.com>\n"
                  "Co-Authored-By: Ann <ann@example.com> (she/her)"),
            Complaint("3:14+27", "warning: " + std::string(kEnoughOthers),
                      "Ann Other <ann@example.com>"));
}

TEST(SelfReview, OfAllAuthorsIsReportedOfEach) {
  EXPECT_EQ(Judge("Co-authored-by: Ann Other <ann@example.com>\n"
                  "Reviewed-By: Ann Other <ann@example.com>\n"
                  "Reviewed-By: Bob Case <bob@example.com>"),
            (Lines{"4:14+27: error: " + std::string(kFewOthers) +
                       " [Ann Other <ann@example.com>]",
                   "5:14+26: error: " + std::string(kFewOthers) +
                       " [Bob Case <bob@example.com>]"}));
}

TEST(SelfReview, NeedsAsManyOthersAsThePolicySays) {
  constexpr std::string_view kTwo =
      "Reviewed-By: Bob Case <bob@example.com>\n"
      "Reviewed-By: Ann Other <ann@example.com>\n"
      "Reviewed-By: Ann Again <Ann@Example.com>";
  EXPECT_EQ(Judge(kTwo, {.options = {{"min", "2"}}}),
            Complaint("3:14+26",
                      "error: reviewer is an author of the change, 1 others "
                      "reviewed it, at least 2 wanted",
                      "Bob Case <bob@example.com>"));
  EXPECT_EQ(Judge("Reviewed-By: Bob Case <bob@example.com>",
                  {.options = {{"min", "0"}}}),
            Complaint("3:14+26", "warning: " + std::string(kEnoughOthers),
                      "Bob Case <bob@example.com>"));
}

TEST(SelfReview, IsSeenThroughTheMailmap) {
  const Given given = {.author_email = "bob@old.example.org",
                       .views = {.mailmap = &KnownNames()}};
  EXPECT_EQ(Judge("Reviewed-By: Bob Case <bob@example.com>", given),
            Complaint("3:14+26", "error: " + std::string(kFewOthers),
                      "Bob Case <bob@example.com>"));
  EXPECT_EQ(Judge("Reviewed-By: Bob Case <bob@example.com>",
                  {.author_email = "bob@old.example.org"}),
            Lines{});
}

TEST(SelfReview, IsSeenThroughTheRoster) {
  const Roster roster = Roster::Read(
      "people.toml",
      "[[members]]\nlogin = 'bob'\nname = 'Bob'\nemail = 'bob@example.com'\n"
      "other-emails = ['bob@home.example']\n");
  EXPECT_EQ(Judge("Reviewed-By: Bob <bob@home.example>",
                  {.views = {.roster = &roster}}),
            Complaint("3:14+22", "error: " + std::string(kFewOthers),
                      "Bob <bob@home.example>"));
}

TEST(SelfReview, IsThatOfCoAuthorsWhereTheAuthorIsUnknown) {
  EXPECT_EQ(Judge("Co-authored-by: Ann Other <ann@example.com>\n"
                  "Reviewed-By: Ann Other <ann@example.com>",
                  {.author_email = ""}),
            Complaint("4:14+27", "error: " + std::string(kFewOthers),
                      "Ann Other <ann@example.com>"));
  EXPECT_EQ(ComplaintsOfObject(
                kSelfReview,
                "tree 0\n\nx\n\nReviewed-By: Bob Case <bob@example.com>\n"),
            Lines{});
}

TEST(SelfReview, IsForLandingOnly) {
  EXPECT_TRUE(kSelfReview.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
