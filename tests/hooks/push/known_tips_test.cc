// SPDX-License-Identifier: MIT
#include "hooks/push/known_tips.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/hooks/push/pushed_repository.h"

namespace commitgate::testing {
namespace {

constexpr std::string_view kPolicy = R"(
[[refs]]
match = "refs/heads/main"

[[refs]]
match = "refs/heads/next"

[[refs]]
match = "refs/heads/weak"
rules = "core-validate-commit"

[[refs]]
match = "refs/heads/strict"
rules = "nodejs"
stricter-than = ["refs/heads/main"]

[[refs]]
match = "refs/heads/merging"
merges = "allow"

[[refs]]
match = "refs/heads/topic/*"
rules = "none"

[[refs]]
match = "refs/review/*"

[[refs]]
match = "refs/tags/*"

[[refs]]
match = "refs/notes/*"
)";

class KnownTipsTest : public ::testing::Test {
 protected:
  KnownTipsTest() : policy_(PolicyOf(kPolicy)) { repository_.Good("a"); }

  void SetRef(const std::string& ref) {
    repository_.Good(ref);
    repository_.SetRef(ref, ref);
  }

  /// For pushes to `ref`, sorted.
  Lines Known(const std::string& ref) {
    const Repository repository = repository_.Open();
    RefSnapshot refs(repository);
    KnownTips known(repository, policy_, refs);
    Lines names;
    for (const ObjectId& id : known.For(*policy_.push.Find(ref)))
      names.push_back(repository_.Named(id.Hex()));
    std::ranges::sort(names);
    return names;
  }

  std::string Baseline(const std::string& since) {
    const Repository repository = repository_.Open();
    RefSnapshot refs(repository);
    RefPolicy policy;
    policy.since = since;
    const auto id = KnownTips(repository, policy_, refs).Baseline(policy);
    return id ? repository_.Named(id->Hex()) : "none";
  }

  PushedRepository repository_;
  Policy policy_;
};

TEST_F(KnownTipsTest, AreThoseOfBranchesHeldToAsMuch) {
  for (const char* ref :
       {"refs/heads/main", "refs/heads/next", "refs/heads/weak",
        "refs/heads/strict", "refs/heads/merging", "refs/heads/topic/x",
        "refs/heads/unmatched", "refs/tags/v1", "refs/notes/x", "refs/hidden/x",
        "refs/commitgate/kept/1"})
    SetRef(ref);
  EXPECT_EQ(
      Known("refs/heads/main"),
      (Lines{"<refs/heads/main>", "<refs/heads/next>", "<refs/heads/strict>"}));
  EXPECT_EQ(Known("refs/heads/weak"), Lines{"<refs/heads/weak>"});
  EXPECT_EQ(Known("refs/heads/strict"), Lines{"<refs/heads/strict>"});
  EXPECT_EQ(Known("refs/heads/merging"),
            (Lines{"<refs/heads/main>", "<refs/heads/merging>",
                   "<refs/heads/next>"}));
}

TEST_F(KnownTipsTest, AreThatOfHeadWhereBranchesHavePeopleOfTheirOwn) {
  policy_.people.roster = "README.md";
  SetRef("refs/heads/next");
  EXPECT_EQ(Known("refs/heads/next"), Lines{"<refs/heads/next>"});
  SetRef("refs/heads/main");
  EXPECT_EQ(Known("refs/heads/next"), Lines{"<refs/heads/main>"});
  EXPECT_EQ(Known("refs/heads/strict"), Lines{});
  policy_.people.roster = "main:README.md";
  policy_.people.mailmap = "main:.mailmap";
  EXPECT_EQ(Known("refs/heads/next"),
            (Lines{"<refs/heads/main>", "<refs/heads/next>"}));
}

TEST_F(KnownTipsTest, NameEachCommitOnce) {
  repository_.SetRef("refs/heads/main", "a");
  repository_.SetRef("refs/heads/next", "a");
  EXPECT_EQ(Known("refs/heads/main"), Lines{"<a>"});
}

TEST_F(KnownTipsTest, AreCommits) {
  repository_.SetRef("refs/review/1", "tree");
  repository_.SetRef("refs/review/2", "a");
  EXPECT_EQ(Known("refs/review/3"), Lines{"<a>"});
}

TEST_F(KnownTipsTest, HaveABaselineWhereItIsThere) {
  EXPECT_EQ(Baseline(repository_["a"].Hex()), "<a>");
  EXPECT_EQ(Baseline(""), "none");
  EXPECT_EQ(Baseline(repository_["tree"].Hex()), "none");
  EXPECT_EQ(Baseline(std::string(40, '1')), "none");
}

}  // namespace
}  // namespace commitgate::testing
