// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/hooks/setup/looked_at.h"

namespace commitgate::testing {
namespace {

constexpr char kRosterRule[] =
    "[rules]\nreviewer-is-collaborator = \"error\"\n";
constexpr char kOwnersRule[] = "[rules]\nowners-reviewed = \"warning\"\n";

std::string Roster(const std::string& source) {
  return "[roster]\nsource = \"" + source + "\"\n";
}

std::string Owners(const std::string& source) {
  return "[owners]\nsource = \"" + source + "\"\n";
}

class DiagnosePeopleTest : public ::testing::Test {
 protected:
  DiagnosePeopleTest() {
    repository_.Add("main", "doc: x", {},
                    {{"README.md", ReadmeOf({"ann", "bob"}, {"eve"})},
                     {"CODEOWNERS", "* @ann\n"},
                     {"MAILMAP", "Ann <ann@example.com> <a@example.com>\n"},
                     {"HUGE", std::string((4 << 20) + 1, 'x')},
                     {"nobody.md", "There is nobody.\n"},
                     {"BROKEN", "* nobody at all\n"}});
    repository_.Add("side", "doc: x", {}, {{"TEAM.md", ReadmeOf({"ann"})}});
  }

  void HaveBranches() const {
    repository_.SetRef("refs/heads/main", "main");
    repository_.SetRef("refs/heads/side", "side");
  }

  std::string SizeOf(const std::string& path) const {
    return "reading '" + path + "' of commit " + repository_["main"].Hex() +
           ": it is larger than 4194304 bytes\n";
  }

  ProjectRepository repository_;
};

TEST_F(DiagnosePeopleTest, TellsWhereTheRosterIsAndWhomItLists) {
  HaveBranches();
  const struct {
    const char* what;
    std::string policy;
    std::string found;
  } kRows[] = {
      {"of the branch that HEAD names", Roster("README.md") + kRosterRule,
       "ok: 'README.md' on 'refs/heads/main' lists 2 people; collaborators: "
       "2\n"},
      {"of another branch", Roster("side:TEAM.md"),
       "ok: 'TEAM.md' on 'refs/heads/side' lists 1 person; collaborators: "
       "1\n"},
      {"nobody asks", "", ""},
      {"rules ask, and there is none", kRosterRule,
       "note: the policy names no roster; without it these rules are skipped: "
       "'reviewer-is-collaborator'\n"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(LookAt(repository_, row.policy, DiagnoseRoster), row.found);
  }
}

TEST_F(DiagnosePeopleTest, FindsARosterThatIsNotThere) {
  HaveBranches();
  const std::string skipped =
      "; without it these rules are skipped: 'reviewer-is-collaborator'\n";
  const struct {
    const char* what;
    std::string policy;
    std::string found;
  } kRows[] = {
      {"misspelt", Roster("REAMDE.md") + kRosterRule,
       "problem: there is no roster 'REAMDE.md' on 'refs/heads/main'" +
           skipped},
      {"not on that branch", Roster("side:README.md") + kRosterRule,
       "problem: there is no roster 'side:README.md' on 'refs/heads/side'" +
           skipped},
      {"no such branch", Roster("maim:README.md") + kRosterRule,
       "problem: there is no branch 'refs/heads/maim' with the roster "
       "'maim:README.md'" +
           skipped},
      {"nobody needs it", Roster("REAMDE.md"),
       "warning: there is no roster 'REAMDE.md' on 'refs/heads/main'\n"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(LookAt(repository_, row.policy, DiagnoseRoster), row.found);
  }
}

TEST_F(DiagnosePeopleTest, FindsAHeadThatNamesNoBranch) {
  HaveBranches();
  repository_.Git({"symbolic-ref", "HEAD", "refs/heads/master"});
  EXPECT_EQ(
      LookAt(repository_, Roster("README.md") + kRosterRule, DiagnoseRoster),
      "problem: the roster 'README.md' is looked for on the branch that "
      "HEAD names, and there is no 'refs/heads/master'; without it these "
      "rules are skipped: 'reviewer-is-collaborator'\n");
  EXPECT_EQ(LookAt(repository_, Roster("main:README.md"), DiagnoseRoster),
            "ok: 'README.md' on 'refs/heads/main' lists 2 people; "
            "collaborators: 2\n");
}

TEST_F(DiagnosePeopleTest, FindsAHeadThatIsDetached) {
  HaveBranches();
  repository_.Git({"checkout", "-q", "--detach", "main"});
  EXPECT_EQ(
      LookAt(repository_, Roster("README.md") + kRosterRule, DiagnoseRoster),
      "problem: the roster 'README.md' is looked for on the branch that "
      "HEAD names, and it names none; without it these rules are "
      "skipped: 'reviewer-is-collaborator'\n");
}

TEST_F(DiagnosePeopleTest, OnlyWarnsBeforeTheFirstPush) {
  EXPECT_EQ(
      LookAt(repository_, Roster("README.md") + kRosterRule, DiagnoseRoster),
      "warning: the roster 'README.md' is looked for on the branch that "
      "HEAD names, and there is no 'refs/heads/main'; without it these "
      "rules are skipped: 'reviewer-is-collaborator'\n");
  EXPECT_EQ(LookAt(repository_, Owners("main:CODEOWNERS") + kOwnersRule,
                   DiagnoseOwners),
            "warning: there is no branch 'refs/heads/main' with the owners "
            "file 'main:CODEOWNERS'; without it these rules are skipped: "
            "'owners-reviewed'\n");
}

TEST_F(DiagnosePeopleTest, FindsARosterThatCannotBeRead) {
  HaveBranches();
  const std::string broken =
      LookAt(repository_, Roster("nobody.md") + kRosterRule, DiagnoseRoster);
  EXPECT_TRUE(broken.starts_with("problem: nobody.md:")) << broken;
  const std::string unused =
      LookAt(repository_, Roster("nobody.md"), DiagnoseRoster);
  EXPECT_TRUE(unused.starts_with("warning: nobody.md:")) << unused;
  EXPECT_EQ(LookAt(repository_, Roster("HUGE") + kRosterRule, DiagnoseRoster),
            "problem: " + SizeOf("HUGE"));
}

TEST_F(DiagnosePeopleTest, LooksAtTheOwnersFile) {
  HaveBranches();
  const struct {
    const char* what;
    std::string policy;
    std::string found;
  } kRows[] = {
      {"in order", Owners("CODEOWNERS") + kOwnersRule,
       "ok: 'CODEOWNERS' on 'refs/heads/main' tells who looks after what\n"},
      {"nobody asks", "", ""},
      {"misspelt", Owners("CODEWONERS") + kOwnersRule,
       "problem: there is no owners file 'CODEWONERS' on 'refs/heads/main'; "
       "without it these rules are skipped: 'owners-reviewed'\n"},
      {"misspelt, and nobody needs it", Owners("CODEWONERS"),
       "warning: there is no owners file 'CODEWONERS' on 'refs/heads/main'\n"},
      {"a rule asks, and there is none", kOwnersRule,
       "warning: the policy names no owners file; without it these rules are "
       "skipped: 'owners-reviewed'\n"},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(LookAt(repository_, row.policy, DiagnoseOwners), row.found);
  }
  const std::string broken =
      LookAt(repository_, Owners("BROKEN") + kOwnersRule, DiagnoseOwners);
  EXPECT_TRUE(broken.starts_with("problem: BROKEN:1: ")) << broken;
}

TEST_F(DiagnosePeopleTest, LooksAtTheMailmap) {
  HaveBranches();
  const struct {
    const char* what;
    std::string mailmap;
    std::string found;
  } kRows[] = {
      {"in order", "MAILMAP",
       "ok: 'MAILMAP' on 'refs/heads/main' tells who is who\n"},
      {"misspelt", "MIALMAP",
       "warning: there is no mailmap 'MIALMAP' on 'refs/heads/main'; nobody "
       "is known by another address\n"},
      {"too large", "HUGE", "problem: " + SizeOf("HUGE")},
  };
  for (const auto& row : kRows) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(
        LookAt(repository_,
               "[roster]\nmailmap = \"" + row.mailmap + "\"\n" + kRosterRule,
               DiagnoseMailmap),
        row.found);
  }
  EXPECT_EQ(LookAt(repository_, kRosterRule, DiagnoseMailmap), "");
}

}  // namespace
}  // namespace commitgate::testing
