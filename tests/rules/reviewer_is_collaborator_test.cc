// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/known_people.h"

namespace commitgate::testing {
namespace {

/// Took Gina, Hugo and others off with one commit.
class FakeRosterHistory : public RosterHistory {
 public:
  std::optional<Removal> FindRemoval(std::string_view email) const override {
    ++times_asked;
    if (!email.ends_with("@gone.example"))
      return std::nullopt;
    return Removal{"0123abcd", "doc: move gina to emeriti"};
  }

  mutable int times_asked = 0;
};

Lines JudgeTrailers(std::string_view trailers, Given given = {}) {
  given.views.roster = &KnownPeople();
  given.views.mailmap = &KnownNames();
  return Complaints(kReviewerIsCollaborator,
                    "doc: x\n\n" + std::string(trailers), given);
}

Lines Judge(std::string_view reviewer, const Given& given = {}) {
  return JudgeTrailers("Reviewed-By: " + std::string(reviewer), given);
}

constexpr std::string_view kNobody =
    "error: reviewer is nobody in the roster, wanted a collaborator";

TEST(ReviewerIsCollaborator, ByAddress) {
  for (const std::string_view reviewer : {
           "Ann Other <ann@example.com>",
           "A. Other <ANN@Example.COM>",
           "Tina Chair <tina@example.com>",
           "Bob Case <bob@old.example.org>",
       }) {
    SCOPED_TRACE(reviewer);
    EXPECT_EQ(Judge(reviewer), Lines{});
  }
  EXPECT_EQ(JudgeTrailers("Acked-by: Who Ever <who@example.org>"), Lines{});
  EXPECT_EQ(JudgeTrailers(""), Lines{});
}

TEST(ReviewerIsCollaborator, AndLeavesToOthersWhatIsNoMailbox) {
  for (const std::string_view reviewer :
       {"", "Who Ever", "who@example.org", "Who Ever <who@example.org",
        "Who Ever <who>"}) {
    SCOPED_TRACE(reviewer);
    EXPECT_EQ(Judge(reviewer), Lines{});
  }
}

TEST(ReviewerIsCollaborator, AndNotSomebodyElse) {
  for (const std::string_view reviewer :
       {"Who Ever <who@example.org>", "Mallory <mallory@example.com>"}) {
    SCOPED_TRACE(reviewer);
    EXPECT_EQ(Judge(reviewer),
              Lines{"3:14+" + std::to_string(reviewer.size()) + ": " +
                    std::string(kNobody) + " [" + std::string(reviewer) + "]"});
  }
}

TEST(ReviewerIsCollaborator, ByAnotherAddressIsToldTheOneWanted) {
  constexpr std::string_view kReviewer = "ann other <ann@home.example.org>";
  const std::string rest =
      ": reviewer has an address that is not in the roster, wanted the one "
      "that is there [ann other <ann@home.example.org>] -> Ann Other "
      "<ann@example.com>";
  EXPECT_EQ(Judge(kReviewer), Lines{"3:14+32: warning" + rest});
  EXPECT_EQ(Judge(kReviewer, {.options = {{"other-address", "error"}}}),
            Lines{"3:14+32: error" + rest});
  EXPECT_EQ(Judge(kReviewer, {.options = {{"other-address", "off"}}}), Lines{});
}

TEST(ReviewerIsCollaborator, ByASimilarNameIsToldWhoMayBeMeant) {
  for (const std::string_view other_address : {"error", "off"})
    EXPECT_EQ(
        Judge("Ann Othr <ann@example.con>",
              {.options = {{"other-address", std::string(other_address)}}}),
        Lines{"3:14+26: error: reviewer has an address that is not in the "
              "roster, wanted the one that is there [Ann Othr "
              "<ann@example.con>] -> Ann Other <ann@example.com>"});
}

TEST(ReviewerIsCollaborator, AndNoFormerOne) {
  constexpr std::string_view kFrank = "Frank Gone <frank@example.com>";
  const std::string rest =
      ": reviewer is a former collaborator, wanted one of now "
      "[Frank Gone <frank@example.com>]";
  EXPECT_EQ(Judge(kFrank), Lines{"3:14+30: error" + rest});
  EXPECT_EQ(Judge(kFrank, {.options = {{"former", "warning"}}}),
            Lines{"3:14+30: warning" + rest});
  EXPECT_EQ(Judge(kFrank, {.options = {{"former", "off"}}}), Lines{});
}

TEST(ReviewerIsCollaborator, AndNobodyWhoOnlyNamesAFormerOne) {
  EXPECT_EQ(Judge("Frank Gone <frank@home.example.org>"),
            Lines{"3:14+35: " + std::string(kNobody) +
                  " [Frank Gone <frank@home.example.org>]"});
}

TEST(ReviewerIsCollaborator, AndNoTriager) {
  EXPECT_EQ(Judge("Trudy Sort <trudy@example.com>"),
            Lines{"3:14+30: error: reviewer is in the roster, but as no "
                  "collaborator [Trudy Sort <trudy@example.com>]"});
}

TEST(ReviewerIsCollaborator, OrIsToldWhichCommitTookThemOff) {
  const FakeRosterHistory history;
  Given given;
  given.views.roster_history = &history;
  const std::string rest =
      ": reviewer is in the roster no more, since commit 0123abcd ('doc: move "
      "gina to emeriti') [Gina Past <gina@gone.example>]";
  EXPECT_EQ(Judge("Gina Past <gina@gone.example>", given),
            Lines{"3:14+29: error" + rest});
  given.options = {{"former", "warning"}};
  EXPECT_EQ(Judge("Gina Past <gina@gone.example>", given),
            Lines{"3:14+29: warning" + rest});
  EXPECT_EQ(Judge("Who Ever <who@example.org>", given),
            Lines{"3:14+26: " + std::string(kNobody) +
                  " [Who Ever <who@example.org>]"});
}

TEST(ReviewerIsCollaborator, AndIsLookedForInHistoryAFewTimesOnly) {
  const FakeRosterHistory history;
  Given given;
  given.views.roster_history = &history;
  std::string trailers = "Reviewed-By: Ann Other <ann@example.com>\n";
  for (int i = 0; i < 100; ++i)
    trailers += "Reviewed-By: Gina Past <gina@gone.example>\n";
  const Lines complaints = JudgeTrailers(trailers, given);
  EXPECT_EQ(complaints.size(), 100u);
  EXPECT_EQ(history.times_asked, 3);
  EXPECT_EQ(complaints.back(), "103:14+29: " + std::string(kNobody) +
                                   " [Gina Past <gina@gone.example>]");
}

TEST(ReviewerIsCollaborator, AndIsComparedWithEverybodyOftenEnough) {
  std::string trailers;
  for (int i = 0; i < 60; ++i)
    trailers += "Reviewed-By: Ann Other <ann@home.example.org>\n";
  const Lines complaints = JudgeTrailers(trailers);
  ASSERT_EQ(complaints.size(), 60u);
  EXPECT_TRUE(complaints[49].ends_with("-> Ann Other <ann@example.com>"));
  EXPECT_EQ(complaints[50], "53:14+32: " + std::string(kNobody) +
                                " [Ann Other <ann@home.example.org>]");
}

TEST(ReviewerIsCollaborator, NeedsARoster) {
  EXPECT_EQ(kReviewerIsCollaborator.needs, Need::kRoster | Need::kMailmap);
  EXPECT_TRUE(kReviewerIsCollaborator.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
