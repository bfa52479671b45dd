// SPDX-License-Identifier: MIT
#include "hooks/project/people_kept.h"

#include <gtest/gtest.h>

#include "tests/hooks/project/project_repository.h"

namespace commitgate::testing {
namespace {

constexpr char kMain[] = "refs/heads/main";
constexpr char kBrokenOwners[] = "[[owner\n";
constexpr char kOwners[] = "/lib/ @ann\n";

class PeopleKeptTest : public ::testing::Test {
 protected:
  PeopleKeptTest() {
    people_.roster = "README.md";
    repository_.Add("none", "doc: x", {}, {{"x", ""}});
    repository_.Add("ann", "doc: x", {}, {{"README.md", ReadmeOf({"ann"})}});
    repository_.Add("bob", "doc: x", {}, {{"README.md", ReadmeOf({"bob"})}});
    repository_.Add("broken", "doc: x", {}, {{"README.md", "nobody\n"}});
    repository_.Add("broken too", "doc: x", {}, {{"README.md", "none\n"}});
  }

  std::string Why(const std::string& before, const std::string& after,
                  const std::string& ref = kMain) const {
    const auto from =
        before.empty() ? std::nullopt : std::optional(repository_[before]);
    return WhyPeopleWouldBeLost(people_, ref, from, repository_[after],
                                repository_.Open());
  }

  ProjectRepository repository_;
  PeoplePolicy people_;
};

TEST_F(PeopleKeptTest, LetsTheRosterChange) {
  EXPECT_EQ(Why("ann", "bob"), "");
  EXPECT_EQ(Why("ann", "ann"), "");
  EXPECT_EQ(Why("none", "ann"), "");
  EXPECT_EQ(Why("", "ann"), "");
  EXPECT_EQ(Why("broken", "ann"), "");
}

TEST_F(PeopleKeptTest, RefusesToLoseIt) {
  EXPECT_EQ(Why("ann", "none"), "the roster 'README.md' would be gone");
  EXPECT_TRUE(Why("ann", "broken").starts_with("README.md"))
      << Why("ann", "broken");
  EXPECT_NE(Why("none", "broken"), "");
  EXPECT_NE(Why("", "broken"), "");
}

TEST_F(PeopleKeptTest, AsksForNoMoreThanThereWas) {
  EXPECT_EQ(Why("none", "none"), "");
  EXPECT_EQ(Why("", "none"), "");
  EXPECT_EQ(Why("broken", "broken too"), "");
  EXPECT_EQ(Why("broken", "none"), "");
  people_.roster.clear();
  EXPECT_EQ(Why("ann", "none"), "");
}

TEST_F(PeopleKeptTest, LooksOnTheBranchThatThePolicyNames) {
  people_.roster = "main:README.md";
  EXPECT_EQ(Why("ann", "none"), "the roster 'main:README.md' would be gone");
  EXPECT_EQ(Why("ann", "none", "refs/heads/v10.x"), "");
  EXPECT_EQ(Why("ann", "broken", "refs/heads/v10.x"), "");
}

TEST_F(PeopleKeptTest, KeepsTheOwnersToo) {
  people_.roster.clear();
  people_.owners = "OWNERS.toml";
  repository_.Add("good", "doc: x", {}, {{"OWNERS.toml", ""}});
  repository_.Add("bad", "doc: x", {}, {{"OWNERS.toml", kBrokenOwners}});
  EXPECT_TRUE(Why("good", "bad").starts_with("OWNERS.toml"))
      << Why("good", "bad");
  people_.owners = "CODEOWNERS";
  repository_.Add("code", "doc: x", {}, {{"CODEOWNERS", kOwners}});
  EXPECT_EQ(Why("code", "none"), "the owners file 'CODEOWNERS' would be gone");
}

}  // namespace
}  // namespace commitgate::testing
