// SPDX-License-Identifier: MIT
#include "validator/people/toml_roster.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

std::string Refusal(std::string_view toml) {
  try {
    ReadTomlRoster("roster.toml", toml);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(TomlRoster, ReadsMembers) {
  const std::vector<Member> wanted = {
      {.login = "ann",
       .name = "Ann Lee",
       .email = "a@x.y",
       .other_emails = {"ann@home.org"},
       .groups = {"collaborators", "tsc"}},
      {.login = "bo",
       .name = "Bo",
       .email = "b@x.y",
       .former_groups = {"triagers", "backporters"}},
      {.login = "cy",
       .name = "Cy",
       .email = "c@x.y",
       .groups = {"collaborators"}},
  };
  EXPECT_EQ(ReadTomlRoster("roster.toml", R"(
[[members]]
login = "ann"
name = "Ann Lee"
email = "a@x.y"
other-emails = ["ann@home.org"]
groups = ["collaborators", "tsc"]
former = false

[[members]]
login = "bo"
name = "Bo"
email = "b@x.y"
groups = ["triagers", "backporters"]
former = true

[[members]]
login = "cy"
name = "Cy"
email = "c@x.y"
)"),
            wanted);
}

TEST(TomlRoster, MayListNobody) {
  EXPECT_TRUE(ReadTomlRoster("r", "").empty());
  EXPECT_TRUE(ReadTomlRoster("r", "members = []").empty());
}

struct Case {
  const char* toml;
  const char* refusal;
};

TEST(TomlRoster, RefusesWhatIsWrongWithItsPlace) {
  constexpr Case kCases[] = {
      {"member = 1", "1:1: unknown key 'member', did you mean 'members'?"},
      {"members = 1", "1:1: 'members' is a number, wanted is '[[members]]'"},
      {"members = [1]", "1:12: 'members' is a number, a table is wanted"},
      {"[[members]]\nnick = 'a'",
       "2:1: unknown key 'nick', wanted is one of 'login', 'name', 'email', "
       "'other-emails', 'groups', 'former'"},
      {"[[members]]\nlogn = 'a'",
       "2:1: unknown key 'logn', did you mean 'login'?"},
      {"[[members]]\nname = 'A'\nemail = 'a@x.y'",
       "1:1: a member has no 'login'"},
      {"[[members]]\nlogin = 'a'\nemail = 'a@x.y'",
       "1:1: a member has no 'name'"},
      {"[[members]]\nlogin = 'a'\nname = 'A'", "1:1: a member has no 'email'"},
      {"[[members]]\nlogin = ''\nname = 'A'\nemail = 'a@x.y'",
       "2:9: 'login' is empty"},
      {"[[members]]\nlogin = 'a'\nname = ''\nemail = 'a@x.y'",
       "3:8: 'name' is empty"},
      {"[[members]]\nlogin = 'a'\nname = 'A'\nemail = ''",
       "4:9: 'email' is empty"},
      {"[[members]]\nlogin = 'a'\nname = 'A'\nemail = 'a'",
       "4:9: 'A <a>' has an address that is not 'local@domain'"},
      {"[[members]]\nlogin = 'a'\nname = 'A@b'\nemail = 'a@x.y'",
       "4:9: 'A@b <a@x.y>' has '<', '>' or '@' in the name"},
      {"[[members]]\nlogin = 'a'\nname = 'A'\nemail = 'a@x.y'\n"
       "other-emails = ['a@x.z', 'b']",
       "5:26: 'A <b>' has an address that is not 'local@domain'"},
      {"[[members]]\nlogin = 'a'\nname = 'A'\nemail = 'a@x.y'\n"
       "groups = ['tsc', '']",
       "5:18: 'groups' lists an empty name"},
      {"[[members]]\nlogin = 'a'\nname = 'A'\nemail = 'a@x.y'\n"
       "former = 'yes'",
       "5:10: 'former' is a string, true or false is wanted"},
      {"[[members]]\nlogin = 'a'\nname = 'A'\nemail = 'a@x.y'\n"
       "[[members]]\nlogin = 'A'\nname = 'B'\nemail = 'b@x.y'",
       "6:9: login 'A' is that of 'a' already"},
      {"[[members]]\nlogin = 'a'\nname = 'A'\nemail = 'a@x.y'\n"
       "[[members]]\nlogin = 'b'\nname = 'B'\nemail = 'A@x.y'",
       "8:9: address 'A@x.y' is that of 'a' already"},
      {"[[members]]\nlogin = 'a'\nname = 'A'\nemail = 'a@x.y'\n"
       "other-emails = ['a@x.y']",
       "5:17: address 'a@x.y' is that of 'a' already"},
  };
  for (const auto& [toml, refusal] : kCases) {
    SCOPED_TRACE(toml);
    EXPECT_EQ(Refusal(toml), std::string("roster.toml:") + refusal);
  }
}

}  // namespace
}  // namespace commitgate
