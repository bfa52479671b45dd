// SPDX-License-Identifier: MIT
#include "validator/people/person_set.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/known_people.h"

namespace commitgate::testing {
namespace {

const Mailbox kBob = {"Bob Case", "bob@example.com"};
const Mailbox kOldBob = {"B", "bob@old.example.org"};
const Mailbox kAnn = {"Ann Other", "ann@example.com"};
const Mailbox kStranger = {"Bob Case", "case@example.org"};

PersonSet SetOf(const std::vector<Mailbox>& mailboxes,
                const Roster* roster = &KnownPeople()) {
  PersonSet persons({KnownNames(), roster});
  for (const Mailbox& mailbox : mailboxes)
    persons.Add(mailbox);
  return persons;
}

TEST(PersonSet, IsEmptyAtFirst) {
  EXPECT_EQ(SetOf({}).size(), 0u);
  EXPECT_FALSE(SetOf({}).Contains(kBob));
  EXPECT_FALSE(SetOf({}).Contains({"", ""}));
}

TEST(PersonSet, ContainsWhomItWasGiven) {
  const PersonSet persons = SetOf({kBob, kStranger});
  EXPECT_TRUE(persons.Contains(kBob));
  EXPECT_TRUE(persons.Contains({"", "BOB@Example.com"}));
  EXPECT_TRUE(persons.Contains(kStranger));
  EXPECT_FALSE(persons.Contains(kAnn));
  EXPECT_FALSE(persons.Contains({"Bob Case", "bob@example.org"}));
}

TEST(PersonSet, CountsOneWithManyAddressesOnce) {
  EXPECT_EQ(SetOf({kBob, kBob, kOldBob, {"", "BOB@OLD.example.org"}}).size(),
            1u);
  EXPECT_EQ(SetOf({kBob, kStranger, kAnn}).size(), 3u);
}

TEST(PersonSet, LooksThroughTheMailmapBothWays) {
  EXPECT_TRUE(SetOf({kBob}, nullptr).Contains(kOldBob));
  EXPECT_TRUE(SetOf({kOldBob}, nullptr).Contains(kBob));
  EXPECT_TRUE(SetOf({kOldBob}, nullptr).Contains(kOldBob));
}

TEST(PersonSet, LooksThroughTheRoster) {
  const Roster roster = Roster::Read(
      "people.toml",
      "[[members]]\nlogin = 'zoe'\nname = 'Zoe'\nemail = 'zoe@example.com'\n"
      "other-emails = ['zoe@home.example']\n");
  const Mailbox at_work = {"Zoe", "zoe@example.com"};
  const Mailbox at_home = {"Z", "zoe@home.example"};
  EXPECT_TRUE(SetOf({at_work}, &roster).Contains(at_home));
  EXPECT_FALSE(SetOf({at_work}, nullptr).Contains(at_home));
  EXPECT_EQ(SetOf({at_work, at_home}, &roster).size(), 1u);
}

TEST(PersonSet, TakesThoseWhoShareAnAddressForOne) {
  const Mailmap mailmap = Mailmap::Read(
      "Zoe <zoe@example.com> Zoe <office@example.com>\n"
      "Yan <yan@example.com> Yan <office@example.com>\n");
  PersonSet persons({mailmap, nullptr});
  persons.Add({"Zoe", "office@example.com"});
  EXPECT_TRUE(persons.Contains({"Yan", "office@example.com"}));
  EXPECT_TRUE(persons.Contains({"Z", "zoe@example.com"}));
  EXPECT_FALSE(persons.Contains({"Y", "yan@example.com"}));
}

TEST(PersonSet, KnowsEachOfMany) {
  std::vector<std::string> emails;
  for (int i = 0; i < 100; ++i)
    emails.push_back("person" + std::to_string(i) + "@example.com");
  PersonSet persons({KnownNames(), nullptr});
  for (const std::string& email : emails)
    persons.Add({"", email});
  for (const std::string& email : emails) {
    SCOPED_TRACE(email);
    EXPECT_TRUE(persons.Contains({"", email}));
    persons.Add({"Again", email});
  }
  EXPECT_EQ(persons.size(), 100u);
  EXPECT_FALSE(persons.Contains({"", "person100@example.com"}));
}

TEST(PersonSet, AgreesWithPeople) {
  const People people = {KnownNames(), &KnownPeople()};
  const Mailbox all[] = {kBob, kOldBob, kAnn, kStranger, {"Bob Case", ""}};
  for (const Mailbox& a : all)
    for (const Mailbox& b : all) {
      SCOPED_TRACE(std::string(a.email) + " and " + std::string(b.email));
      EXPECT_EQ(SetOf({a}).Contains(b), people.AreSame(a, b));
    }
}

}  // namespace
}  // namespace commitgate::testing
