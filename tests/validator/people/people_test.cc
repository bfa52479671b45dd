// SPDX-License-Identifier: MIT
#include "validator/people/people.h"

#include <gtest/gtest.h>

#include "validator/message/message.h"

namespace commitgate {
namespace {

constexpr std::string_view kRoster = R"(
[[members]]
login = "ann"
name = "Ann"
email = "ann@new.org"
other-emails = ["ann@home.org"]

[[members]]
login = "bo"
name = "Bo"
email = "bo@old.org"

[[members]]
login = "cy"
name = "Cy"
email = "shared@bots.org"
)";

constexpr std::string_view kMailmap =
    "Ann <ann@new.org> <ann@old.org>\n"
    "Bo <bo@new.org> <bo@old.org>\n"
    "Bo <bo@new.org> <bo@older.org>\n"
    "Dee <dee@x.org> Dee <shared@bots.org>\n";

constexpr std::string_view kMessage =
    "doc: x\n\nReviewed-By: A <ann@old.org>\nReviewed-By: Z <z@x.org>\n";

class PeopleTest : public ::testing::Test {
 protected:
  std::string LoginOf(const Mailbox& mailbox) const {
    const Member* const member = people_.Find(mailbox);
    return member == nullptr ? "" : member->login;
  }

  const Mailmap mailmap_ = Mailmap::Read(kMailmap);
  const Roster roster_ = Roster::Read("roster.toml", kRoster);
  const People people_ = {mailmap_, &roster_};
  const People unlisted_ = {mailmap_, nullptr};
};

TEST_F(PeopleTest, AreFoundByAnyOfTheirAddresses) {
  EXPECT_EQ(LoginOf({"Ann", "ann@new.org"}), "ann");
  EXPECT_EQ(LoginOf({"A", "ANN@home.org"}), "ann");
  EXPECT_EQ(LoginOf({"Ann", "ann@old.org"}), "ann");
}

TEST_F(PeopleTest, AreFoundWhereTheRosterHasAnAddressThatTheMailmapReplaces) {
  EXPECT_EQ(LoginOf({"Bo", "bo@old.org"}), "bo");
  EXPECT_EQ(LoginOf({"Bo", "bo@new.org"}), "bo");
  EXPECT_EQ(LoginOf({"Bo", "bo@older.org"}), "bo");
}

TEST_F(PeopleTest, AreWhoReviewed) {
  const Message message = MakeMessage(kMessage);
  const auto known = Identify(message.reviewers, people_);
  ASSERT_EQ(known.size(), 2u);
  EXPECT_EQ(known[0].reviewer, &message.reviewers[0]);
  EXPECT_EQ(known[0].person.email, "ann@old.org");
  EXPECT_EQ(known[0].person.proper_email, "ann@new.org");
  EXPECT_EQ(known[0].person.member, roster_.FindByLogin("ann"));
  EXPECT_EQ(known[1].reviewer, &message.reviewers[1]);
  EXPECT_EQ(known[1].person.proper_email, "z@x.org");
  EXPECT_EQ(known[1].person.member, nullptr);
  EXPECT_EQ(Identify(message.reviewers, unlisted_)[0].person.member, nullptr);
  EXPECT_TRUE(Identify({}, people_).empty());
}

TEST_F(PeopleTest, AreFoundBetweenManyAddresses) {
  std::string text = "Bo <bo@new.org> <bo@old.org>\n";
  for (int i = 0; i < 50'000; ++i)
    text += "Bo <bo@new.org> <z" + std::to_string(i) + "@x.org>\n";
  const Mailmap mailmap = Mailmap::Read(text);
  const People people = {mailmap, &roster_};
  const Roster others = Roster::Read(
      "README.md", "# Collaborators\n* [a](/a) - **A** <<a@x.y>>\n");
  const People strangers = {mailmap, &others};
  for (int i = 0; i < 500; ++i) {
    ASSERT_NE(people.Find({"Bo", "bo@new.org"}), nullptr);
    ASSERT_EQ(strangers.Find({"Bo", "bo@new.org"}), nullptr);
  }
}

TEST_F(PeopleTest, AreNotTakenForOthersOfOneAddress) {
  EXPECT_EQ(LoginOf({"Cy", "shared@bots.org"}), "cy");
  EXPECT_EQ(LoginOf({"Dee", "shared@bots.org"}), "");
  EXPECT_EQ(LoginOf({"Dee", "dee@x.org"}), "");
}

TEST_F(PeopleTest, AreNotFoundByNameOrLogin) {
  EXPECT_EQ(LoginOf({"Ann", "ann@evil.org"}), "");
  EXPECT_EQ(LoginOf({"Ann", "ann"}), "");
  EXPECT_EQ(LoginOf({"Ann", ""}), "");
}

TEST_F(PeopleTest, AreNotFoundWithoutARoster) {
  EXPECT_EQ(unlisted_.Find({"Ann", "ann@new.org"}), nullptr);
}

TEST_F(PeopleTest, AreTheSameByAddressMailmapOrRoster) {
  EXPECT_TRUE(unlisted_.AreSame({"A", "a@x.y"}, {"B", "A@x.y"}));
  EXPECT_TRUE(unlisted_.AreSame({"", "ann@old.org"}, {"", "ann@new.org"}));
  EXPECT_TRUE(unlisted_.AreSame({"", "bo@old.org"}, {"", "bo@older.org"}));
  EXPECT_TRUE(people_.AreSame({"", "ann@home.org"}, {"", "ann@old.org"}));
  // Whoever uses an address of many might be any of them.
  EXPECT_TRUE(
      people_.AreSame({"Cy", "shared@bots.org"}, {"Dee", "shared@bots.org"}));
}

TEST_F(PeopleTest, AreNotTheSameByNameOnly) {
  EXPECT_FALSE(people_.AreSame({"Ann", "ann@new.org"}, {"Ann", "a@x.y"}));
  EXPECT_FALSE(people_.AreSame({"Ann", "a@x.y"}, {"Ann", "b@x.y"}));
  EXPECT_FALSE(people_.AreSame({"Ann", "ann@new.org"}, {"Bo", "bo@new.org"}));
  EXPECT_FALSE(unlisted_.AreSame({"", "ann@home.org"}, {"", "ann@old.org"}));
  EXPECT_FALSE(people_.AreSame({"Ann", ""}, {"Ann", ""}));
}

}  // namespace
}  // namespace commitgate
