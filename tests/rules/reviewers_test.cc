// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/known_people.h"

namespace commitgate::testing {
namespace {

TEST(Reviewers, AreEnough) {
  EXPECT_EQ(Complaints(kReviewers,
                       "doc: x\n\nReviewed-By: A <a@b.c>\n"
                       "reviewed-by : B <b@b.c>"),
            Lines{});
}

TEST(Reviewers, CountWhereverTheyStand) {
  EXPECT_EQ(Complaints(kReviewers,
                       "doc: x\n\nReviewed-By: A <a@b.c>\n\n"
                       "Reviewed-By: B\n <b@b.c>\n\nThanks",
                       {.options = {{"prefer", "1"}}}),
            Lines{});
}

TEST(Reviewers, OfWhomThereIsOneAreBetterTwo) {
  EXPECT_EQ(Complaints(kReviewers, "doc: x\n\nReviewed-By: A <a@b.c>"),
            Lines{"1:1+0: warning: 1 valid Reviewed-By, 2 are better"});
}

TEST(Reviewers, AreMissing) {
  for (const std::string_view message : {
           "",
           "doc: x",
           "doc: x\n\nPR-URL: u",
           "doc: x\n\nReviewed-By:\nPR-URL: u",
           "doc: x\n\nReviewed-By: none",
           "doc: x\n\nReviewed-By: @bob",
           "doc: x\n\nReviewed-By: b@example.com",
           "doc: x\n\nReviewed-By: B <b@example.com",
           "doc: x\n\nReviewed-By: B <b@example.com>, C <c@example.com>",
           "doc: x\n\nReviewed-By: B <bob>",
           "doc: x\n\nAcked-by: B <b@example.com>",
           "doc: x\n\nOriginal-Reviewed-By: B <b@example.com>",
       }) {
    SCOPED_TRACE(message);
    EXPECT_EQ(Complaints(kReviewers, message),
              Lines{"1:1+0: error: 0 valid Reviewed-By, at least 1 wanted"});
  }
}

TEST(Reviewers, CountOnce) {
  EXPECT_EQ(Complaints(kReviewers,
                       "doc: x\n\nReviewed-By: A <a@b.c>\n"
                       "Reviewed-By: Ann <A@B.C>"),
            Lines{"1:1+0: warning: 1 valid Reviewed-By, 2 are better"});
}

TEST(Reviewers, CountOnceThroughTheMailmap) {
  constexpr std::string_view kBobTwice =
      "doc: x\n\nReviewed-By: Bob Case <bob@example.com>\n"
      "Reviewed-By: B. Case <Bob@Old.example.org>";
  EXPECT_EQ(Complaints(kReviewers, kBobTwice,
                       {.options = {{"min", "2"}},
                        .views = {.mailmap = &KnownNames()}}),
            Lines{"1:1+0: error: 1 valid Reviewed-By, at least 2 wanted"});
  EXPECT_EQ(Complaints(kReviewers, kBobTwice), Lines{});
}

TEST(Reviewers, CountOnceThroughTheRoster) {
  const Roster roster = Roster::Read(
      "people.toml",
      "[[members]]\nlogin = 'bob'\nname = 'Bob'\nemail = 'bob@example.com'\n"
      "other-emails = ['bob@home.example']\n");
  constexpr std::string_view kBobTwice =
      "doc: x\n\nReviewed-By: Bob <bob@home.example>\n"
      "Reviewed-By: Bob Case <bob@example.com>";
  const Given given = {.options = {{"min", "2"}}, .views = {.roster = &roster}};
  EXPECT_EQ(Complaints(kReviewers, kBobTwice, given),
            Lines{"1:1+0: error: 1 valid Reviewed-By, at least 2 wanted"});
  EXPECT_EQ(
      Complaints(kReviewers,
                 std::string(kBobTwice) + "\nReviewed-By: A <a@b.c>", given),
      Lines{});
}

TEST(Reviewers, AreAsManyAsThePolicySays) {
  constexpr std::string_view kMessage =
      "doc: x\n\nReviewed-By: A <a@b.c>\nReviewed-By: B <b@b.c>";
  EXPECT_EQ(Complaints(kReviewers, kMessage, {.options = {{"min", "3"}}}),
            Lines{"1:1+0: error: 2 valid Reviewed-By, at least 3 wanted"});
  EXPECT_EQ(Complaints(kReviewers, kMessage, {.options = {{"min", "2"}}}),
            Lines{});
  EXPECT_EQ(Complaints(kReviewers, kMessage, {.options = {{"prefer", "3"}}}),
            Lines{"1:1+0: warning: 2 valid Reviewed-By, 3 are better"});
  EXPECT_EQ(Complaints(kReviewers, "doc: x",
                       {.options = {{"min", "0"}, {"prefer", "0"}}}),
            Lines{});
}

TEST(Reviewers, AreForLandingOnly) {
  EXPECT_TRUE(kReviewers.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
