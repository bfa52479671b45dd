// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/known_people.h"

namespace commitgate::testing {
namespace {

/// What is said of a change with these trailers that `pusher` lands.
Lines Judge(std::string_view pusher, std::string_view trailers,
            Given given = {}) {
  given.views.roster = &KnownPeople();
  given.views.mailmap = &KnownNames();
  given.views.pusher = pusher;
  return Complaints(kLanderReviewed, "doc: x\n\n" + std::string(trailers),
                    given);
}

const Lines kBobIsMissing = {
    "1:1+0: error: 'bob', who pushes, is not among the reviewers, wanted "
    "'Reviewed-By: Bob Case <bob@example.com>'"};

TEST(LanderReviewed, AmongOthers) {
  for (const std::string_view trailers : {
           "Reviewed-By: Bob Case <bob@example.com>",
           "Reviewed-By: Ann Other <ann@example.com>\n"
           "Reviewed-By: B <BOB@EXAMPLE.COM>",
           "Reviewed-By: Bob Case <bob@old.example.org>",
       }) {
    SCOPED_TRACE(trailers);
    EXPECT_EQ(Judge("bob", trailers), Lines{});
  }
  EXPECT_EQ(Judge("BOB", "Reviewed-By: Bob Case <bob@example.com>"), Lines{});
}

TEST(LanderReviewed, NoneOfTheirOwn) {
  const Given by_bob = {.author_name = "Bob Case",
                        .author_email = "bob@old.example.org"};
  EXPECT_EQ(Judge("bob", "Reviewed-By: Ann Other <ann@example.com>", by_bob),
            Lines{});
  EXPECT_EQ(Judge("bob",
                  "Co-authored-by: Bob Case <bob@example.com>\n"
                  "Reviewed-By: Ann Other <ann@example.com>"),
            Lines{});
}

TEST(LanderReviewed, Nothing) {
  for (const std::string_view trailers : {
           "",
           "PR-URL: u",
           "Reviewed-By: Ann Other <ann@example.com>",
           "Reviewed-By: Bob Case <bob@home.example.org>",
           "Reviewed-By: bob",
           "Reviewed-By: Bob Case",
           "Acked-by: Bob Case <bob@example.com>",
       }) {
    SCOPED_TRACE(trailers);
    EXPECT_EQ(Judge("bob", trailers), kBobIsMissing);
  }
}

TEST(LanderReviewed, ByAuthorsOfTheSameNameIsNothing) {
  EXPECT_EQ(Judge("bob", "Reviewed-By: Ann Other <ann@example.com>",
                  {.author_name = "Bob Case"}),
            kBobIsMissing);
}

TEST(LanderReviewed, OrIsInNoRoster) {
  for (const std::string_view trailers :
       {"", "Reviewed-By: Mallory <mallory@example.com>",
        "Reviewed-By: Bob Case <bob@example.com>"}) {
    SCOPED_TRACE(trailers);
    EXPECT_EQ(Judge("mallory", trailers),
              Lines{"1:1+0: warning: 'mallory', who pushes, is not in the "
                    "roster"});
  }
}

TEST(LanderReviewed, NeedsAPusherAndARoster) {
  EXPECT_EQ(kLanderReviewed.needs,
            Need::kPusher | Need::kRoster | Need::kMailmap);
  EXPECT_TRUE(kLanderReviewed.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
