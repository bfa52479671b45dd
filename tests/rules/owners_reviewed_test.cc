// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/support/complaints.h"
#include "tests/support/fake_repository_view.h"
#include "tests/support/known_people.h"
#include "validator/error.h"
#include "validator/people/owners.h"

namespace commitgate::testing {
namespace {

constexpr std::string_view kCodeOwners =
    "/doc/ @bob\n"
    "/doc/free/\n"
    "/lib/ @nodejs/lib @carol\n"
    "/lib/fs.js @fs\n"
    "/src/ ann@example.com\n"
    "/tools/ @nodejs/nobody\n"
    "/deps/ @nodejs/nobody @bob\n"
    "/test/ @mallory\n"
    "/gov/ @nodejs/tsc\n";

const Teams kTeams = {{"lib", {"ann", "gone"}},
                      {"nodejs/fs", {"carol"}},
                      {"fs", {"bob"}},
                      {"nobody", {}}};

/// What is said of a change of `paths` by reviewers of these logins.
class OwnersReviewed : public ::testing::Test {
 protected:
  Lines Judge(const Lines& paths, const Lines& logins,
              std::string_view title = "doc: x") {
    FakeRepositoryView repository;
    for (const std::string& path : paths)
      repository.changes().Add(path, "before", "after");
    std::string message = std::string(title) + "\n\n";
    for (const std::string& login : logins)
      message += "Reviewed-By: A Name <" + login + "@example.com>\n";
    return Complaints(kOwnersReviewed, message,
                      {.views = {.roster = &KnownPeople(),
                                 .owners = &owners_,
                                 .teams = &teams_,
                                 .mailmap = &KnownNames(),
                                 .repository = &repository}});
  }

  Owners owners_ = Owners::Read("CODEOWNERS", kCodeOwners);
  Teams teams_ = kTeams;
};

TEST_F(OwnersReviewed, WhatTheyOwn) {
  const struct {
    std::string path;
    std::string login;
  } kCases[] = {
      {"doc/a.md", "bob"},  {"lib/a.js", "carol"}, {"lib/a.js", "ann"},
      {"lib/fs.js", "bob"}, {"src/a.cc", "ann"},   {"gov/a.md", "tina"},
      {"deps/a.c", "bob"},  {"README.md", "ann"},  {"doc/free/a", "ann"},
  };
  for (const auto& [path, login] : kCases) {
    SCOPED_TRACE(path + " by " + login);
    EXPECT_EQ(Judge({path}, {"trudy", login}), Lines{});
  }
  EXPECT_EQ(Judge({}, {}), Lines{});
}

TEST_F(OwnersReviewed, NothingIsTheOwnersFault) {
  const struct {
    std::string path;
    std::string login;
    std::string wanted;
  } kCases[] = {
      {"doc/a.md", "ann", "'@bob'"},
      {"doc/a.md", "bobby", "'@bob'"},
      {"lib/a.js", "bob", "'@carol', '@nodejs/lib'"},
      {"lib/a.js", "gone", "'@carol', '@nodejs/lib'"},
      {"lib/fs.js", "carol", "'@fs'"},
      {"src/a.cc", "bob", "'ann@example.com'"},
      {"gov/a.md", "ann", "'@nodejs/tsc'"},
  };
  for (const auto& [path, login, wanted] : kCases) {
    SCOPED_TRACE(path + " by " + login);
    EXPECT_EQ(Judge({path}, {login}),
              Lines{"1:1+0: error: no owner of '" + path +
                    "' is among the reviewers, wanted one of " + wanted});
  }
}

TEST_F(OwnersReviewed, IsOneFindingOfAllThatHasTheSameOwners) {
  EXPECT_EQ(
      Judge({"doc/a", "doc/b", "doc/c", "doc/d", "doc/e", "src/a.cc"}, {}),
      (Lines{"1:1+0: error: no owner of 'doc/a', 'doc/b', 'doc/c' and 2 more "
             "is among the reviewers, wanted one of '@bob'",
             "1:1+0: error: no owner of 'src/a.cc' is among the reviewers, "
             "wanted one of 'ann@example.com'"}));
}

TEST_F(OwnersReviewed, TeamsAreCalledByEitherName) {
  owners_ = Owners::Read("CODEOWNERS", "/a @nodejs/fs\n/b @fs\n/c @org/fs\n");
  EXPECT_EQ(Judge({"a"}, {"carol"}), Lines{});
  EXPECT_EQ(Judge({"b"}, {"bob"}), Lines{});
  EXPECT_EQ(Judge({"c"}, {"bob"}), Lines{});
  EXPECT_EQ(Judge({"a"}, {"bob"}).size(), 1u);
  EXPECT_EQ(Judge({"b"}, {"carol"}).size(), 1u);
}

TEST_F(OwnersReviewed, TeamsOfThePolicyComeBeforeTheRosters) {
  teams_["tsc"] = {"bob"};
  EXPECT_EQ(Judge({"gov/a.md"}, {"bob"}), Lines{});
  EXPECT_EQ(Judge({"gov/a.md"}, {"tina"}).size(), 1u);
}

TEST_F(OwnersReviewed, TeamsWithoutMembersPassNothing) {
  EXPECT_EQ(Judge({"tools/a"}, {"ann"}),
            Lines{"1:1+0: error: '@nodejs/nobody' of 'tools/a' is a team "
                  "without members in [groups]"});
  EXPECT_EQ(
      Judge({"deps/a"}, {"ann"}),
      (Lines{"1:1+0: error: '@nodejs/nobody' of 'deps/a' is a team without "
             "members in [groups]",
             "1:1+0: error: no owner of 'deps/a' is among the reviewers, "
             "wanted one of '@bob'"}));
}

TEST_F(OwnersReviewed, OwnersWhomNobodyKnowsPassNothing) {
  EXPECT_EQ(Judge({"test/a"}, {"mallory"}),
            Lines{"1:1+0: error: '@mallory' of 'test/a' is neither in the "
                  "roster nor a team in [groups]"});
}

TEST_F(OwnersReviewed, SubsystemsAreOwnedToo) {
  owners_ = Owners::Read("owners.toml", R"(
[[owners]]
subsystems = ["fs"]
owners = ["@carol"]

[[owners]]
paths = ["/lib/"]
owners = ["@bob"]

[[owners]]
paths = ["/lib/fs.js"]
owners = ["@tina"]
)");
  const Lines both = {
      "1:1+0: error: no owner of 'lib/a.js' is among the reviewers, wanted "
      "one of '@bob'",
      "1:1+0: error: no owner of 'fs' is among the reviewers, wanted one of "
      "'@carol'"};
  EXPECT_EQ(Judge({"lib/a.js"}, {"ann"}, "net,fs: x"), both);
  EXPECT_EQ(Judge({"lib/a.js"}, {"bob", "carol"}, "net,fs: x"), Lines{});
  EXPECT_EQ(Judge({"lib/a.js"}, {"bob"}, "net: x"), Lines{});
  EXPECT_EQ(Judge({"lib/fs.js"}, {"tina"}, "net: x"), Lines{});
  EXPECT_EQ(Judge({"lib/fs.js"}, {"ann"}, "net: x"),
            Lines{"1:1+0: error: no owner of 'lib/fs.js' is among the "
                  "reviewers, wanted one of '@bob', '@tina'"});
}

TEST_F(OwnersReviewed, DoesNotCompareForEver) {
  owners_ =
      Owners::Read("CODEOWNERS", "* @" + std::string(1'000'000, 'a') + "\n");
  Lines paths;
  for (int i = 0; i < 600; ++i)
    paths.push_back(std::to_string(i));
  EXPECT_THROW(Judge(paths, {"bob"}), Error);
  paths.resize(10);
  EXPECT_EQ(Judge(paths, {"bob"}).size(), 1u);
}

TEST_F(OwnersReviewed, NeedsWhatCommitsChangeAndWhoOwnsIt) {
  EXPECT_EQ(kOwnersReviewed.needs,
            Need::kOwners | Need::kChanges | Need::kRoster | Need::kMailmap);
  EXPECT_TRUE(kOwnersReviewed.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
