// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"

namespace commitgate::testing {
namespace {

constexpr std::string_view kFine = "A U Thor <author@example.com>";

/// A commit object by these two, as its headers name them.
Lines Judge(std::string_view author, std::string_view committer = kFine,
            const Given& given = {}) {
  return ComplaintsOfObject(
      kIdentity,
      fmt::format("tree 0\nauthor {} 1500000000 +0000\n"
                  "committer {} 1500000000 +0000\n\ndoc: x\n",
                  author, committer),
      given);
}

Lines Error(std::string_view role, std::string_view fault,
            std::string_view found) {
  return {fmt::format("1:1+0: error: {} {}, wanted 'Name <local@domain>' [{}]",
                      role, fault, found)};
}

TEST(Identity, IsANameAndAnAddress) {
  for (const std::string_view person : {
           kFine,
           std::string_view("x <x@y.z>"),
           std::string_view("Сковорода Никита Андреевич <chalkerx@gmail.com>"),
           std::string_view("Some Bot <1+some[bot]@users.noreply.github.com>"),
           std::string_view("GitHub <noreply@github.com>"),
           std::string_view("Ann (Other) \"O.\" <ann@local.example.com>"),
           std::string_view("Ann <localhost@internal.example.com>"),
       }) {
    SCOPED_TRACE(person);
    EXPECT_EQ(Judge(person), Lines{});
    EXPECT_EQ(Judge(kFine, person), Lines{});
  }
}

TEST(Identity, IsMissingAPart) {
  EXPECT_EQ(Judge("<ann@example.com>"),
            Error("author", "has no name", "<ann@example.com>"));
  EXPECT_EQ(Judge("   <>"), Error("author", "has no name", "<>"));
  EXPECT_EQ(Judge("Ann <>"), Error("author", "has no mail address", "Ann <>"));
  EXPECT_EQ(Judge("Ann <  >"),
            Error("author", "has no mail address", "Ann <>"));
}

TEST(Identity, IsNoMachines) {
  for (const std::string_view email :
       {"root@localhost", "user@ChrUbuntu.(none)", "a@b.localdomain",
        "ann@Anns-MacBook-Pro.local", "ann@ANNS.LOCAL", "ann@box.lan",
        "ec2-user@ip-10-0-0-1.ec2.internal", "root@localhost.",
        "root@(none)"}) {
    SCOPED_TRACE(email);
    const std::string person = fmt::format("Ann <{}>", email);
    EXPECT_EQ(Judge(person),
              Error("author",
                    "has the address of a machine, where no mail "
                    "arrives",
                    person));
  }
}

TEST(Identity, IsAMachinesWhereThePolicySaysSo) {
  const Given given = {.options = {{"machine-domains", "corp"}}};
  EXPECT_EQ(Judge("Ann <ann@box.local>", kFine, given), Lines{});
  EXPECT_EQ(Judge("Ann <ann@box.corp>", kFine, given),
            Error("author",
                  "has the address of a machine, where no mail "
                  "arrives",
                  "Ann <ann@box.corp>"));
}

TEST(Identity, IsMalformed) {
  const struct {
    std::string_view person;
    std::string_view fault;
  } kCases[] = {
      {"Ann <localhost>", "has an address that is not 'local@domain'"},
      {"Ann <ann>", "has an address that is not 'local@domain'"},
      {"Ann <ann@a@example.com>", "has an address that is not 'local@domain'"},
      {"Ann <@example.com>", "has an address that is not 'local@domain'"},
      {"Ann <ann@example.>", "has an address without a dot inside its domain"},
      {"Ann <ann@box>", "has an address without a dot inside its domain"},
      {"Ann <ann other@example.com>", "has a blank in the address"},
      {"Ann <<ann@example.com>", "has '<' or '>' in the address"},
      {"Ann> <ann@example.com>", "has '<', '>' or '@' in the name"},
      {"@ann <@ann>", "has an address that is not 'local@domain'"},
      {"Ann\x1b[31m <ann@example.com>",
       "has invisible characters, or what is no text"},
      {"Ann\u202e <ann@example.com>",
       "has invisible characters, or what is no text"},
      {"Ann <ann\u200b@example.com>",
       "has invisible characters, or what is no text"},
      {"Jos\xe9 <jose@example.com>",
       "has invisible characters, or what is no text"},
  };
  for (const auto& [person, fault] : kCases) {
    SCOPED_TRACE(person);
    EXPECT_EQ(Judge(person), Error("author", fault, person));
  }
}

TEST(Identity, IsAWarningWhereTheNameIsAnAddress) {
  EXPECT_EQ(Judge("ann@example.com <ann@example.com>"),
            Lines{"1:1+0: warning: author has a name with '@', wanted a "
                  "person's [ann@example.com <ann@example.com>]"});
}

TEST(Identity, IsJudgedOfBoth) {
  EXPECT_EQ(Judge("Ann <ann@localhost>", "<bob@example.com>"),
            (Lines{"1:1+0: error: author has the address of a machine, where "
                   "no mail arrives, wanted 'Name <local@domain>' [Ann "
                   "<ann@localhost>]",
                   "1:1+0: error: committer has no name, wanted 'Name "
                   "<local@domain>' [<bob@example.com>]"}));
}

TEST(Identity, IsJudgedOfBothWhereTheyAreTheSame) {
  for (const auto& [person, fault] :
       {std::pair("Ann <ann@localhost>",
                  "has the address of a machine, where no mail arrives"),
        std::pair("Ann <>", "has no mail address")}) {
    SCOPED_TRACE(person);
    Lines both = Error("author", fault, person);
    both.push_back(Error("committer", fault, person).front());
    EXPECT_EQ(Judge(person, person), both);
  }
  EXPECT_EQ(Judge("a@b.c <a@b.c>", "a@b.c <a@b.c>").size(), 2u);
}

TEST(Identity, IsJudgedOfACommitterWithTheAuthorsNameOrAddress) {
  EXPECT_EQ(Judge("Ann <ann@example.com>", "Ann <>"),
            Error("committer", "has no mail address", "Ann <>"));
  EXPECT_EQ(Judge("Ann <ann@example.com>", "<ann@example.com>"),
            Error("committer", "has no name", "<ann@example.com>"));
}

TEST(Identity, IsJudgedInTheCharsetOfTheCommit) {
  EXPECT_EQ(ComplaintsOfObject(kIdentity,
                               "author Jos\xe9 <j@example.com> 1 +0000\n"
                               "committer C <c@example.com> 1 +0000\n"
                               "encoding ISO-8859-1\n\ndoc: x\n"),
            Lines{});
}

TEST(Identity, OfACommitObjectIsNotLeftOut) {
  EXPECT_EQ(
      ComplaintsOfObject(kIdentity, "tree 0\ncommitter A <a@b.c> 1 +0000\n\nx"),
      Lines{"1:1+0: error: author is missing in the commit"});
  FakeRepositoryView repository;
  const Given stored = {.views = {.repository = &repository}};
  EXPECT_EQ(ComplaintsOfObject(kIdentity, "tree 0\n\nx", stored),
            (Lines{"1:1+0: error: author is missing in the commit",
                   "1:1+0: error: committer is missing in the commit"}));
  EXPECT_EQ(
      ComplaintsOfObject(kIdentity, "author A <a@b.c> 1 +0000\n\nx", stored),
      Lines{"1:1+0: error: committer is missing in the commit"});
}

TEST(Identity, OfAMessageAloneIsWhatItSays) {
  EXPECT_EQ(Complaints(kIdentity, "doc: x"), Lines{});
  EXPECT_EQ(Complaints(kIdentity, "doc: x", {.author_email = "a@localhost"}),
            Error("author",
                  "has the address of a machine, where no mail "
                  "arrives",
                  "A U Thor <a@localhost>"));
  EXPECT_EQ(
      Complaints(kIdentity, "doc: x", {.author_email = "a@b.c>d@e.f"}),
      Error("author", "has text behind the address", "A U Thor <a@b.c>d@e.f>"));
}

TEST(Identity, IsForDraftsToo) {
  EXPECT_FALSE(kIdentity.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
