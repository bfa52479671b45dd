// SPDX-License-Identifier: MIT
#include "validator/people/roster.h"

#include <gtest/gtest.h>

#include "validator/error.h"

namespace commitgate {
namespace {

constexpr std::string_view kReadme = R"(# A project

### TSC voting members

* [Ann](https://github.com/Ann) -
  **Ann Lee** <<ann@x.y>> (she/her)

### TSC regular members

* [reg](https://github.com/reg) - **Reg Ular** <<reg@x.y>>

### TSC emeriti members

* [bo](https://github.com/bo) - **Bo Old** <<bo@x.y>>
* [gone](https://github.com/gone) - **Gone Long** <<gone@x.y>>

### Collaborators

* [ann](https://github.com/ann) - **Ann Lee** <<ann@home.org>>
* [bo](https://github.com/bo) - **Bo Old** <<bo@x.y>>

### Collaborator emeriti

* [left](https://github.com/left) - **Left Behind** <<left@x.y>>
* [oldann](https://github.com/oldann) - **Ann Lee** <<ANN@home.org>>

### Triagers

* [left](https://github.com/left) - **Left Behind** <<left@x.y>>
)";

const Roster& Sample() {
  static const Roster kRoster = Roster::Read("README.md", kReadme);
  return kRoster;
}

std::string LoginOf(const Member* member) {
  return member == nullptr ? "" : member->login;
}

std::string Refusal(const std::string& name, std::string_view text) {
  try {
    Roster::Read(name, text);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(Roster, HasEverybodyOnce) {
  const std::vector<Member> wanted = {
      {.login = "Ann",
       .name = "Ann Lee",
       .email = "ann@x.y",
       .other_emails = {"ann@home.org"},
       .groups = {"collaborators", "tsc"}},
      {.login = "reg",
       .name = "Reg Ular",
       .email = "reg@x.y",
       .groups = {"collaborators", "tsc-regular"}},
      {.login = "bo",
       .name = "Bo Old",
       .email = "bo@x.y",
       .groups = {"collaborators"},
       .former_groups = {"tsc"}},
      {.login = "gone",
       .name = "Gone Long",
       .email = "gone@x.y",
       .former_groups = {"collaborators", "tsc"}},
      {.login = "left",
       .name = "Left Behind",
       .email = "left@x.y",
       .groups = {"triagers"},
       .former_groups = {"collaborators"}},
      {.login = "oldann",
       .name = "Ann Lee",
       .email = "ANN@home.org",
       .former_groups = {"collaborators"}},
  };
  EXPECT_EQ(Sample().members(), wanted);
}

TEST(Roster, TellsWhatSomebodyIsAndWas) {
  const Member& bo = *Sample().FindByLogin("bo");
  EXPECT_TRUE(bo.IsIn(kCollaborators));
  EXPECT_FALSE(bo.IsIn(kTsc));
  EXPECT_TRUE(bo.WasIn(kTsc));
  EXPECT_FALSE(bo.WasIn(kCollaborators));
  EXPECT_EQ(bo.Contact(), "Bo Old <bo@x.y>");
}

TEST(Roster, FindsByLoginAndAddressWhateverTheCase) {
  EXPECT_EQ(LoginOf(Sample().FindByLogin("ANN")), "Ann");
  EXPECT_EQ(LoginOf(Sample().FindByLogin("gone")), "gone");
  EXPECT_EQ(LoginOf(Sample().FindByEmail("Bo@X.y")), "bo");
}

TEST(Roster, GivesAnAddressOfTwoToTheOneWhoIsStillThere) {
  EXPECT_EQ(LoginOf(Sample().FindByEmail("ann@home.org")), "Ann");
  const Roster roster = Roster::Read("README.md",
                                     "# Collaborator emeriti\n"
                                     "* [old](/o) - **A** <<a@x.y>>\n"
                                     "# Collaborators\n"
                                     "* [new](/n) - **A** <<a@x.y>>\n");
  EXPECT_EQ(LoginOf(roster.FindByEmail("a@x.y")), "new");
}

/// More than could be compared each with each.
TEST(Roster, TakesManyAddressesOfOne) {
  constexpr int kMany = 60'000;
  std::string text = "# Collaborators\n* [a](/a) - **A** <<a@x.y>>\n";
  for (int i = 0; i < kMany; ++i)
    text += "* [a](/a) - **A** <<" + std::to_string(i) + "@x.y>>\n";
  text += "* [a](/a) - **A** <<7@x.y>>\n* [a](/a) - **A** <<A@x.y>>\n";
  const Roster roster = Roster::Read("README.md", text);
  EXPECT_EQ(roster.members().at(0).other_emails.size(), kMany);
  EXPECT_EQ(LoginOf(roster.FindByEmail("59999@x.y")), "a");
}

TEST(Roster, FindsNobodyElse) {
  for (const std::string_view nobody : {"", "an", "annn", "ann@x.y", "Ann Lee"})
    EXPECT_EQ(Sample().FindByLogin(nobody), nullptr) << nobody;
  for (const std::string_view nobody : {"", "ann", "nn@x.y", "<ann@x.y>"})
    EXPECT_EQ(Sample().FindByEmail(nobody), nullptr) << nobody;
}

TEST(Roster, IsTomlByItsName) {
  constexpr std::string_view kToml =
      "[[members]]\nlogin = 'a'\nname = 'A'\nemail = 'a@x.y'\n"
      "groups = ['tsc']";
  const Roster roster = Roster::Read("people/roster.toml", kToml);
  const std::vector<Member> wanted = {{.login = "a",
                                       .name = "A",
                                       .email = "a@x.y",
                                       .groups = {"collaborators", "tsc"}}};
  EXPECT_EQ(roster.members(), wanted);
  EXPECT_EQ(Refusal("toml", kToml), "toml: lists nobody");
}

TEST(Roster, IsRefusedWhereItListsNobody) {
  EXPECT_EQ(Refusal("README.md", ""), "README.md: lists nobody");
  EXPECT_EQ(Refusal("r.toml", ""), "r.toml: lists nobody");
  EXPECT_EQ(Refusal("README.md", "# People\n* [a](/a) - **A** <<a@x.y>>\n"),
            "README.md: lists nobody");
  EXPECT_EQ(Refusal("\x1b", ""), "\\x1b: lists nobody");
}

}  // namespace
}  // namespace commitgate
