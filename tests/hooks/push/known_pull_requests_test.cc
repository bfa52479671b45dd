// SPDX-License-Identifier: MIT
#include "hooks/push/known_pull_requests.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "hooks/push/ledger_place.h"
#include "tests/hooks/push/pushed_repository.h"

namespace commitgate::testing {
namespace {

namespace fs = std::filesystem;

const std::string kMain = "refs/heads/main";
const std::string kStaging = "refs/heads/v1.x-staging";

std::string Url(int number) {
  return "https://github.com/nodejs/node/pull/" + std::to_string(number);
}

class KnownPullRequestsTest : public ::testing::Test {
 protected:
  KnownPullRequestsTest() {
    repository_.Good("one", {}, 1);
    repository_.Good("two", {"one"}, 2);
    repository_.Good("three", {"two"}, 3);
    repository_.Good("other", {"one"}, 4);
    repository_.SetRef(kMain, "two");
    const std::string policy = repository_.path() + "/p.toml";
    std::ofstream(policy) << "extends = 'none'\n[[refs]]\n"
                             "match = 'refs/heads/v*.x-staging'\n"
                             "backport-of = 'refs/heads/main'\n";
    repository_.Git({"config", "commitgate.policy", policy});
  }

  void Index(const std::string& branch = kMain) const {
    IndexBranch(Served::OfCommand(repository_.Open()), branch);
  }

  void IndexFor(const std::vector<std::string>& refs) const {
    IndexSourcesOf(Served::OfCommand(repository_.Open()), refs);
  }

  /// What is known of pull requests 1 to 4: `<two> 1 2`.
  std::string Known(const std::string& tip,
                    const std::string& branch = kMain) const {
    const auto known = AskIndex(repository_.Open(), branch, repository_[tip],
                                {Url(1), Url(2), Url(3), Url(4)});
    if (!known)
      return "nothing";
    std::string text = repository_.Named(known->tip.Hex());
    for (const std::string& url : known->urls)
      text += std::string(" ") + url.back();
    return text;
  }

  std::string path() const { return PullRequestIndexPath(repository_.path()); }

  PushedRepository repository_;
};

TEST_F(KnownPullRequestsTest, AreThoseOfTheHistory) {
  Index();
  EXPECT_EQ(Known("two"), "<two> 1 2");
}

TEST_F(KnownPullRequestsTest, AreThoseOfWhatIsBehindTheTip) {
  Index();
  repository_.SetRef(kMain, "three");
  EXPECT_EQ(Known("three"), "<two> 1 2");
  Index();
  EXPECT_EQ(Known("three"), "<three> 1 2 3");
}

TEST_F(KnownPullRequestsTest, AreForgottenWhereTheBranchIsRewritten) {
  Index();
  repository_.SetRef(kMain, "other");
  EXPECT_EQ(Known("other"), "nothing");
  Index();
  EXPECT_EQ(Known("other"), "<other> 1 4");
  repository_.SetRef(kMain, "one");
  EXPECT_EQ(Known("one"), "nothing");
  Index();
  EXPECT_EQ(Known("one"), "<one> 1");
}

TEST_F(KnownPullRequestsTest, AreForgottenWhereTheirHistoryIsGone) {
  const Served served = Served::OfCommand(repository_.Open());
  const ObjectId gone = *ObjectId::FromHex(std::string(40, 'e'));
  OpenPullRequestIndex(served.repository.GitDir(), served.config)
      .Replace(kMain, gone, {Url(4)});
  EXPECT_EQ(Known("two"), "nothing");
  Index();
  EXPECT_EQ(Known("two"), "<two> 1 2");
}

TEST_F(KnownPullRequestsTest, AreNoneOfAnotherBranch) {
  Index();
  EXPECT_EQ(Known("two", kStaging), "nothing");
}

TEST_F(KnownPullRequestsTest, AreWalkedForWhereThereIsNoIndex) {
  EXPECT_EQ(Known("two"), "nothing");
  EXPECT_FALSE(fs::exists(path()));
}

TEST_F(KnownPullRequestsTest, AreWalkedForWhereTheIndexIsDamaged) {
  Index();
  fs::remove(path() + "-wal");
  fs::resize_file(path(), 1000);
  EXPECT_EQ(Known("two"), "nothing");
  Index();
  EXPECT_EQ(Known("two"), "<two> 1 2");
}

TEST_F(KnownPullRequestsTest, AreWalkedForInAShallowRepository) {
  Index();
  repository_.CutOffAt("two");
  EXPECT_EQ(Known("two"), "nothing");
  repository_.SetRef(kMain, "three");
  Index();
  fs::remove(repository_.path() + "/shallow");
  EXPECT_EQ(Known("three"), "<two> 1 2");
}

TEST_F(KnownPullRequestsTest, OfABranchThatIsNotThereAreNotWritten) {
  Index("refs/heads/none");
  EXPECT_FALSE(fs::exists(path()));
}

TEST_F(KnownPullRequestsTest, AreWrittenForThoseWhoAskForThem) {
  IndexFor({"refs/heads/topic", kMain, "refs/tags/v1"});
  EXPECT_FALSE(fs::exists(path()));
  IndexFor({kStaging, "refs/heads/v2.x-staging"});
  EXPECT_EQ(Known("two"), "<two> 1 2");
}

TEST_F(KnownPullRequestsTest, ArePassedOverWhereTheyCannotBeWritten) {
  fs::create_directories(path());
  IndexFor({kStaging});
  EXPECT_EQ(Known("two"), "nothing");
}

}  // namespace
}  // namespace commitgate::testing
