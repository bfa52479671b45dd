// SPDX-License-Identifier: MIT
#include "validator/people/near_member.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

const std::vector<Member>& Members() {
  static const std::vector<Member> kMembers = {
      {.login = "Trott", .name = "Rich Trott", .email = "rtrott@gmail.com"},
      {.login = "addaleax",
       .name = "Anna Henningsen",
       .email = "anna@addaleax.net"},
      {.login = "ann1", .name = "Ann Lee", .email = "ann1@example.com"},
      {.login = "ann2",
       .name = "Ann Lee",
       .email = "ann2@example.com",
       .other_emails = {"annlee@second.org"}},
      {.login = "bo", .name = "Bo", .email = "b@x.y"},
  };
  return kMembers;
}

struct Case {
  const char* what;
  Mailbox mailbox;
  /// Empty: nobody.
  const char* login;
};

TEST(NearMember, IsWhoeverMayHaveBeenMeant) {
  constexpr Case kCases[] = {
      {"name", {"Rich Trott", "rich@work.org"}, "Trott"},
      {"name in another case", {"rich TROTT", "rich@work.org"}, "Trott"},
      {"short name", {"Bo", "bo@work.org"}, "bo"},
      {"login as address", {"R T", "trott@work.org"}, "Trott"},
      {"login only", {"R T", "Trott"}, "Trott"},
      {"address of the hosting service",
       {"A", "1234+AddaLeax@users.noreply.github.com"},
       "addaleax"},
      {"the same, of old",
       {"A", "addaleax@users.noreply.github.com"},
       "addaleax"},
      {"slip in the address", {"R", "rtrot@gmail.com"}, "Trott"},
      {"two slips in the address", {"R", "rtrtot@gmail.con"}, "Trott"},
      {"slip in another address", {"A", "anlee@second.org"}, "ann2"},
      {"slip in the name", {"Rich Trot", "rich@work.org"}, "Trott"},
      {"two slips in the name", {"ana hennigsen", "a@work.org"}, "addaleax"},
  };
  for (const auto& [what, mailbox, login] : kCases) {
    SCOPED_TRACE(what);
    const Member* const member = FindNearMember(Members(), mailbox);
    ASSERT_NE(member, nullptr);
    EXPECT_EQ(member->login, login);
  }
}

TEST(NearMember, IsNobodyWhereNobodyOrMoreThanOneIsNear) {
  constexpr Mailbox kMailboxes[] = {
      {"", ""},
      {"Somebody Else", "somebody@else.org"},
      {"Rich T", "rich@work.org"},
      {"Be", "be@work.org"},
      {"B", "c@x.y.z"},
      {"R", "rtrott@gmx.de"},
      {"A", "ann3@example.com"},
      {"Ann Lee", "lee@work.org"},
      {"Ann Lee", "anm1@example.com"},
      {"A", "x+trott@work.org"},
      {"A", "@work.org"},
      {"A", "+@users.noreply.github.com"},
  };
  for (const Mailbox& mailbox : kMailboxes) {
    SCOPED_TRACE(std::string(mailbox.name) + " <" + std::string(mailbox.email) +
                 ">");
    EXPECT_EQ(FindNearMember(Members(), mailbox), nullptr);
  }
}

}  // namespace
}  // namespace commitgate
