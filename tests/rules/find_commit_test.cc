// SPDX-License-Identifier: MIT
#include "rules/find_commit.h"

#include <gtest/gtest.h>

#include "tests/support/fake_repository_view.h"

namespace commitgate::testing {
namespace {

class FindCommitTest : public ::testing::Test {
 protected:
  FindCommitTest() {
    repository_.AddAncestor("0123456aaa", "doc: x");
    repository_.AddElsewhere("1234567aaa", "doc: y");
    repository_.AddElsewhere("1234567bbb", "doc: z");
  }

  /// What is found, and its title and whether it is an ancestor.
  std::string Find(std::string_view hex, Stage stage) {
    using Found = NamedCommit::Found;
    const Commit commit = MakeCommit("test", "doc: x");
    const Views views = {.repository = &repository_};
    const NamedCommit found = FindCommit(hex, {commit, stage, views});
    switch (found.found) {
      case Found::kCommit:
        return found.title + (found.is_ancestor ? ", ancestor" : "");
      case Found::kNothing:
        return "nothing";
      case Found::kAmbiguous:
        return "ambiguous";
      case Found::kCutOff:
        return "cut off";
    }
    return "";
  }

  FakeRepositoryView repository_;
};

TEST_F(FindCommitTest, TellsWhatTheRepositoryKnows) {
  for (const Stage stage : {Stage::kDraft, Stage::kLanding}) {
    EXPECT_EQ(Find("0123456", stage), "doc: x, ancestor");
    EXPECT_EQ(Find("1234567a", stage), "doc: y");
    EXPECT_EQ(Find("1234567", stage), "ambiguous");
    EXPECT_EQ(Find("fffffff", stage), "nothing");
  }
}

TEST_F(FindCommitTest, TakesADraftForAChildOfTheRepository) {
  repository_.StoreNothing();
  EXPECT_EQ(Find("1234567a", Stage::kDraft), "doc: y");
  EXPECT_EQ(Find("fffffff", Stage::kDraft), "nothing");
}

TEST_F(FindCommitTest, DoesNotKnowWhereOthersLand) {
  repository_.StoreNothing();
  EXPECT_EQ(Find("0123456", Stage::kLanding), "doc: x, ancestor");
  EXPECT_EQ(Find("1234567a", Stage::kLanding), "doc: y, ancestor");
  EXPECT_EQ(Find("1234567", Stage::kLanding), "ambiguous");
  EXPECT_EQ(Find("fffffff", Stage::kLanding), "cut off");
}

}  // namespace
}  // namespace commitgate::testing
