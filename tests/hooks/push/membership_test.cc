// SPDX-License-Identifier: MIT
#include "hooks/push/membership.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "rules/catalog.h"
#include "tests/hooks/project/project_repository.h"
#include "validator/engine/load_policy.h"

namespace commitgate::testing {
namespace {

class MembershipTest : public ::testing::Test {
 protected:
  MembershipTest() {
    repository_.Add("main", "doc: x", {},
                    {{"README.md", ReadmeOf({"ann", "bob"}, {"old"})}});
    repository_.Add("line", "doc: x", {}, {{"README.md", ReadmeOf({"ann"})}});
    repository_.Add("broken", "doc: x", {}, {{"README.md", "nobody\n"}});
    repository_.SetRef("refs/heads/main", "main");
  }

  /// Groups, or why there are none.
  std::string Of(const std::string& id, const std::string& before = "") const {
    const auto from =
        before.empty() ? std::nullopt : std::optional(repository_[before]);
    const Membership membership =
        MembershipOf(id, policy_, repository_.Open(), from);
    return membership.why_none +
           fmt::format("{}", fmt::join(membership.groups, " "));
  }

  ProjectRepository repository_;
  Policy policy_ =
      LoadPolicy("p.toml",
                 "extends = \"none\"\n[roster]\nsource = \"README.md\"\n"
                 "[roster.logins]\nb0b = \"Bob\"\n[groups]\ntsc = [\"eve\"]\n",
                 {Catalog(), Presets(), {}});
};

TEST_F(MembershipTest, IsThatOfTheMemberWhateverTheCase) {
  EXPECT_EQ(Of("ann"), "collaborators");
  EXPECT_EQ(Of("ANN"), "collaborators");
  EXPECT_EQ(Of("b0b"), "collaborators");
  EXPECT_EQ(LoginOf("b0b", policy_.people), "Bob");
  EXPECT_EQ(LoginOf("B0B", policy_.people), "B0B");
}

TEST_F(MembershipTest, IsNotThatOfWhoeverHasTheLoginByThePolicy) {
  policy_.people.logins = {{"ann.unix", "Ann"}, {"old", "old"}};
  const std::string of_another = " is somebody else's login in [roster] logins";
  EXPECT_EQ(Of("ann.unix"), "collaborators");
  for (const std::string id : {"ann", "Ann", "ANN"}) {
    SCOPED_TRACE(id);
    EXPECT_EQ(LoginOf(id, policy_.people), std::nullopt);
    EXPECT_EQ(Of(id), "'" + id + "'" + of_another);
  }
  EXPECT_EQ(LoginOf("old", policy_.people), "old");
  EXPECT_EQ(LoginOf("OLD", policy_.people), std::nullopt);
  EXPECT_EQ(LoginOf("bob", policy_.people), "bob");
}

TEST_F(MembershipTest, IsThatOfTheBranch) {
  EXPECT_EQ(Of("b0b", "main"), "collaborators");
  EXPECT_EQ(Of("b0b", "line"), "'Bob' is not in the roster 'README.md'");
}

TEST_F(MembershipTest, SaysWhyThereIsNone) {
  EXPECT_EQ(Of("eve"), "'eve' is not in the roster 'README.md'");
  EXPECT_EQ(Of("old"), "'old' is a former member in the roster 'README.md'");
  EXPECT_TRUE(Of("ann", "broken").starts_with("README.md"))
      << Of("ann", "broken");
  policy_.people.roster = "none";
  EXPECT_EQ(Of("ann"), "there is no roster 'none' yet");
  policy_.people.roster.clear();
  EXPECT_EQ(Of("ann"), "");
}

TEST_F(MembershipTest, IncludesGroupsOfTheRosterBehindThoseOfThePolicy) {
  const std::vector<std::string> groups{"collaborators", "tsc"};
  const struct {
    const char* what;
    std::vector<std::string> list;
    std::string id;
    bool included;
  } kCases[] = {
      {"a name", {"ann"}, "ann", true},
      {"a group of the roster", {"x", "@collaborators"}, "ann", true},
      {"a group of the policy", {"@tsc"}, "eve", true},
      {"one of the same name in the roster", {"@tsc"}, "ann", false},
      {"another name", {"bob"}, "ann", false},
      {"a group that is called like a name", {"collaborators"}, "ann", false},
      {"another group", {"@triagers"}, "ann", false},
      {"nothing", {"@", ""}, "ann", false},
      {"nobody", {}, "ann", false},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Includes(policy_.push, test.list, test.id, groups),
              test.included);
  }
}

}  // namespace
}  // namespace commitgate::testing
