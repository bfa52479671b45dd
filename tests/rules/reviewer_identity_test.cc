// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/known_people.h"

namespace commitgate::testing {
namespace {

Lines Judge(std::string_view value, const Views& views = {}) {
  return Complaints(kReviewerIdentity,
                    "doc: x\n\nReviewed-By: " + std::string(value),
                    {.views = views});
}

TEST(ReviewerIdentity, IsANameAndAnAddress) {
  for (const std::string_view value :
       {"A <a@b.c>", "Saúl Ibarra Corretgé <saghul@gmail.com>",
        "Some Bot <49699333+some[bot]@users.noreply.github.com>",
        "A B\n <a@b.c>", "A <a@b.c>\nReviewed-By: B <b@b.c>"}) {
    SCOPED_TRACE(value);
    EXPECT_EQ(Judge(value), Lines{});
  }
  EXPECT_EQ(Complaints(kReviewerIdentity, ""), Lines{});
  EXPECT_EQ(Complaints(kReviewerIdentity, "doc: x\n\nAcked-by: A"), Lines{});
}

TEST(ReviewerIdentity, SaysWhatIsWrongWhere) {
  const struct {
    std::string_view value;
    std::string_view place;
    std::string_view fault;
    std::string_view rest;
  } kCases[] = {
      {"", "3:1+11", "is empty", ""},
      {"TC", "3:14+2", "has no address in angle brackets", " [TC]"},
      {"A <a@b.c", "3:16+6", "has a '<' without '>'", " [<a@b.c] -> <a@b.c>"},
      {"A <a@b", "3:16+4", "has a '<' without '>'", " [<a@b]"},
      {"A <a@b.c>>", "3:23+1", "has text behind the address", " [>]"},
      {"A <a@b.c>, B <b@b.c>", "3:23+11", "has text behind the address",
       " [, B <b@b.c>]"},
      {"<a@b.c>", "3:14+7", "has no name", " [<a@b.c>]"},
      {"a@b.c <a@b.c>", "3:14+5", "has '<', '>' or '@' in the name",
       " [a@b.c]"},
      {"A <a b@b.c>", "3:16+9", "has a blank in the address", " [<a b@b.c>]"},
      {"A <a.b.c>", "3:16+7", "has an address that is not 'local@domain'",
       " [<a.b.c>]"},
      {"A <a@bc>", "3:16+6", "has an address without a dot inside its domain",
       " [<a@bc>]"},
  };
  for (const auto& [value, place, fault, rest] : kCases) {
    SCOPED_TRACE(value);
    EXPECT_EQ(
        Judge(value),
        Lines{std::string(place) + ": error: reviewer " + std::string(fault) +
              ", wanted 'Name <local@domain>'" + std::string(rest)});
  }
}

TEST(ReviewerIdentity, StandsOnceByAddress) {
  EXPECT_EQ(Judge("Ann <a@b.c>\nReviewed-By: B <b@b.c>\n"
                  "Reviewed-By: A. Other <A@B.C>"),
            Lines{"5:14+16: error: reviewer is the one on line 3 again "
                  "[A. Other <A@B.C>]"});
}

TEST(ReviewerIdentity, StandsOnceByName) {
  EXPECT_EQ(Judge("Ann Other <a@b.c>\nReviewed-By: ann other <ann@home.org>"),
            Lines{"4:14+24: error: reviewer is the one on line 3 again "
                  "[ann other <ann@home.org>]"});
}

TEST(ReviewerIdentity, StandsOnceThroughTheMailmap) {
  constexpr std::string_view kOldFirst =
      "B. Case <bob@old.example.org>\nReviewed-By: Bob Case <bob@example.com>";
  EXPECT_EQ(Judge(kOldFirst, {.mailmap = &KnownNames()}),
            Lines{"4:14+26: error: reviewer is the one on line 3 again "
                  "[Bob Case <bob@example.com>]"});
  EXPECT_EQ(Judge("Bob Case <bob@example.com>\n"
                  "Reviewed-By: B. Case <bob@old.example.org>",
                  {.mailmap = &KnownNames()}),
            Lines{"4:14+29: error: reviewer is the one on line 3 again "
                  "[B. Case <bob@old.example.org>]"});
  EXPECT_EQ(Judge(kOldFirst), Lines{});
}

TEST(ReviewerIdentity, StandsOnceThroughTheRoster) {
  const Roster roster = Roster::Read(
      "people.toml",
      "[[members]]\nlogin = 'bob'\nname = 'Bob'\nemail = 'bob@example.com'\n"
      "other-emails = ['bob@home.example']\n");
  EXPECT_EQ(Judge("Bob <bob@home.example>\nReviewed-By: A <a@b.c>\n"
                  "Reviewed-By: C <c@b.c>\n"
                  "Reviewed-By: Bob Case <bob@example.com>",
                  {.roster = &roster}),
            Lines{"6:14+26: error: reviewer is the one on line 3 again "
                  "[Bob Case <bob@example.com>]"});
}

TEST(ReviewerIdentity, IsComparedWithTheFirstLineEachTime) {
  EXPECT_EQ(Judge("A <a@b.c>\nReviewed-By: A <a@b.c>\nReviewed-By: A <a@b.c>"),
            (Lines{"4:14+9: error: reviewer is the one on line 3 again "
                   "[A <a@b.c>]",
                   "5:14+9: error: reviewer is the one on line 3 again "
                   "[A <a@b.c>]"}));
}

TEST(ReviewerIdentity, IsToldBetweenThoseWhoCannotBeRead) {
  EXPECT_EQ(Judge("A\nReviewed-By: A <a@b.c>\nReviewed-By: B\n"
                  "Reviewed-By: A <a@b.c>"),
            (Lines{"3:14+1: error: reviewer has no address in angle brackets, "
                   "wanted 'Name <local@domain>' [A]",
                   "5:14+1: error: reviewer has no address in angle brackets, "
                   "wanted 'Name <local@domain>' [B]",
                   "6:14+9: error: reviewer is the one on line 4 again "
                   "[A <a@b.c>]"}));
}

TEST(ReviewerIdentity, StandsOnceAmongMany) {
  std::string many = "A <a@b.c>";
  for (int i = 0; i < 30; ++i)
    many += fmt::format("\nReviewed-By: N{0} <n{0}@b.c>", i);
  EXPECT_EQ(Judge(many), Lines{});
  EXPECT_EQ(Judge(many + "\nReviewed-By: N25 <x@b.c>"
                         "\nReviewed-By: X <A@b.c>"),
            (Lines{"34:14+11: error: reviewer is the one on line 29 again "
                   "[N25 <x@b.c>]",
                   "35:14+9: error: reviewer is the one on line 3 again "
                   "[X <A@b.c>]"}));
}

TEST(ReviewerIdentity, IsForLandingOnly) {
  EXPECT_TRUE(kReviewerIdentity.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
