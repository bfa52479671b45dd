// SPDX-License-Identifier: MIT
#include "hooks/project/people_kept.h"

#include <gtest/gtest.h>

#include "tests/hooks/project/project_repository.h"

namespace commitgate::testing {
namespace {

constexpr char kMain[] = "refs/heads/main";
constexpr char kPeople[] = "refs/heads/people";
constexpr char kLine[] = "refs/heads/v10.x";
constexpr char kBrokenOwners[] = "[[owner\n";
constexpr char kOwners[] = "/lib/ @ann\n";
constexpr size_t kTooLarge = (4 << 20) + 1;

constexpr char kNoRoster[] = "there would be no roster 'README.md'";
constexpr char kNoRosterOnMain[] = "there would be no roster 'main:README.md'";
constexpr char kNoRosterOnPeople[] =
    "there would be no roster 'people:README.md'";

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

  /// Of a ref that goes from one commit to another; empty: from or to nothing.
  BranchMove Move(const std::string& before, const std::string& after,
                  const std::string& ref) const {
    return {ref, Find(before), Find(after), true};
  }

  std::string Why(const std::string& before, const std::string& after,
                  const std::string& ref = kMain) const {
    return WhyPeopleWouldBeLost(people_, Move(before, after, ref),
                                repository_.Open());
  }

  std::string WhyUnreadable(const std::string& after,
                            const std::string& ref = kMain) const {
    return WhyPeopleCouldNotBeRead(people_, Move("", after, ref),
                                   repository_.Open());
  }

  std::optional<ObjectId> Find(const std::string& name) const {
    return name.empty() ? std::nullopt : std::optional(repository_[name]);
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
  EXPECT_EQ(Why("ann", "none"), kNoRoster);
  EXPECT_EQ(Why("ann", "none", kLine), kNoRoster);
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

TEST_F(PeopleKeptTest, RefusesToDeleteWhatOtherBranchesLookAt) {
  EXPECT_EQ(Why("ann", "", kMain), kNoRoster);
  EXPECT_EQ(Why("ann", "", kLine), "");
  EXPECT_EQ(Why("none", "", kMain), "");
  repository_.SetRef(kMain, "ann");
  people_.roster = "people:README.md";
  EXPECT_EQ(Why("ann", "", kPeople), kNoRosterOnPeople);
  EXPECT_EQ(Why("ann", "", kLine), "");
}

TEST_F(PeopleKeptTest, BelievesBranchesWithoutPeopleOnlyWhereOthersLookAtThem) {
  const auto why = [&](const char* ref, const char* after) {
    BranchMove move = Move("ann", after, ref);
    move.has_people_of_its_own = false;
    return WhyPeopleWouldBeLost(people_, move, repository_.Open());
  };
  EXPECT_EQ(why(kLine, "broken"), "");
  EXPECT_EQ(why(kMain, "none"), kNoRoster);
  EXPECT_EQ(why(kMain, ""), kNoRoster);
  repository_.SetRef(kMain, "ann");
  people_.roster = "people:README.md";
  EXPECT_EQ(why(kPeople, "none"), kNoRosterOnPeople);
  EXPECT_EQ(why(kPeople, ""), kNoRosterOnPeople);
  EXPECT_EQ(why(kLine, "none"), "");
}

TEST_F(PeopleKeptTest, LooksOnTheBranchThatThePolicyNames) {
  people_.roster = "main:README.md";
  EXPECT_EQ(Why("ann", "none"), kNoRosterOnMain);
  EXPECT_EQ(Why("ann", "none", kLine), "");
  EXPECT_EQ(Why("ann", "broken", kLine), "");
}

TEST_F(PeopleKeptTest, WantsTheBranchThatThePolicyNamesFirst) {
  people_.roster = "people:README.md";
  EXPECT_EQ(Why("", "none", kLine), "");
  EXPECT_EQ(Why("", "none", kMain), kNoRosterOnPeople);
  EXPECT_EQ(Why("", "none", kPeople), kNoRosterOnPeople);
  EXPECT_EQ(Why("", "ann", kPeople), "");
  repository_.SetRef(kPeople, "ann");
  EXPECT_EQ(Why("", "none", kMain), "");
  EXPECT_EQ(Why("none", "", kMain), "");
}

TEST_F(PeopleKeptTest, IsNeverAsIfNothingHadBeenPushed) {
  people_.roster = "people:README.md";
  EXPECT_EQ(Why("none", "none", kMain), "");
  EXPECT_EQ(Why("none", "", kMain), kNoRosterOnPeople);
  EXPECT_EQ(Why("none", "", kPeople), kNoRosterOnPeople);
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
  EXPECT_EQ(Why("code", "none"), "there would be no owners file 'CODEOWNERS'");
}

TEST_F(PeopleKeptTest, KeepsTheMailmapFromGrowingTooLarge) {
  people_.roster.clear();
  repository_.Add("mailmap", "doc: x", {}, {{".mailmap", "any text"}});
  repository_.Add("large", "doc: x", {},
                  {{".mailmap", std::string(kTooLarge, 'x')}});
  for (const char* source : {".mailmap", "main:.mailmap"}) {
    SCOPED_TRACE(source);
    people_.mailmap = source;
    for (const char* before : {"", "none", "mailmap"})
      EXPECT_NE(Why(before, "large").find("it is larger than 4194304 bytes"),
                std::string::npos)
          << before;
    EXPECT_EQ(Why("none", "mailmap"), "");
    EXPECT_EQ(Why("large", "mailmap"), "");
  }
}

TEST_F(PeopleKeptTest, AsksForAMailmapOnlyWhereThePolicyNamesOne) {
  people_.roster.clear();
  repository_.Add("mailmap", "doc: x", {}, {{".mailmap", ""}});
  for (const char* source : {".mailmap", "main:.mailmap"}) {
    SCOPED_TRACE(source);
    people_.mailmap = source;
    people_.origins.clear();
    EXPECT_EQ(Why("mailmap", "none"), "");
    EXPECT_EQ(Why("mailmap", ""), "");
    EXPECT_EQ(WhyUnreadable("none"), "");
    people_.origins["mailmap"] = {};
    const std::string wanted =
        "there would be no mailmap '" + std::string(source) + "'";
    EXPECT_EQ(Why("mailmap", "none"), wanted);
    EXPECT_EQ(Why("mailmap", ""), wanted);
  }
}

TEST_F(PeopleKeptTest, ReadsWhatAnotherPolicyNamesOnTheBranch) {
  people_.roster = "people:README.md";
  EXPECT_EQ(WhyUnreadable("ann"), kNoRosterOnPeople);
  EXPECT_EQ(WhyUnreadable("ann", kLine), "");
  EXPECT_EQ(WhyUnreadable("ann", kPeople), "");
  EXPECT_EQ(WhyUnreadable("none", kPeople), kNoRosterOnPeople);
  repository_.SetRef(kPeople, "broken");
  EXPECT_TRUE(WhyUnreadable("ann").starts_with("people:README.md"));
  repository_.SetRef(kPeople, "bob");
  EXPECT_EQ(WhyUnreadable("none"), "");
  people_.owners = "main:OWNERS";
  EXPECT_EQ(WhyUnreadable("none"),
            "there would be no owners file 'main:OWNERS'");
}

TEST_F(PeopleKeptTest, ReadsWhatAnotherPolicyNamesByAPath) {
  EXPECT_EQ(WhyUnreadable("none"), "");
  EXPECT_EQ(WhyUnreadable("ann"), "");
  EXPECT_NE(WhyUnreadable("broken"), "");
  EXPECT_NE(WhyUnreadable("broken", kLine), "");
  BranchMove free = Move("", "broken", kLine);
  free.has_people_of_its_own = false;
  EXPECT_EQ(WhyPeopleCouldNotBeRead(people_, free, repository_.Open()), "");
  repository_.SetRef(kMain, "broken");
  EXPECT_NE(WhyUnreadable("ann", kLine), "");
  EXPECT_EQ(WhyUnreadable("ann", kMain), "");
}

}  // namespace
}  // namespace commitgate::testing
