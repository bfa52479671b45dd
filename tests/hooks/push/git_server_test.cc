// SPDX-License-Identifier: MIT
#include "hooks/push/git_server.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fmt/core.h>

#include "hooks/proc.h"
#include "tests/validator/git/history.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

class GitServerTest : public ::testing::Test {
 protected:
  const History history_{
      {{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}, {"other", 1}}};
  const Repository repository_ = Repository::Open(history_.path(), "");
  const GitServer server_{repository_};
};

TEST_F(GitServerTest, SaysTheTime) {
  const Clock before = ReadClock();
  const Clock now = server_.Now();
  EXPECT_LE(before.uptime, now.uptime);
  EXPECT_EQ(now.boot, before.boot);
}

TEST_F(GitServerTest, ReadsRefsAnew) {
  EXPECT_EQ(server_.ReadRef("refs/heads/main"), std::nullopt);
  history_.Git({"update-ref", "refs/heads/main", "a"});
  EXPECT_EQ(server_.ReadRef("refs/heads/main"), history_.Id("a"));
  history_.Git({"update-ref", "refs/heads/main", "b"});
  history_.Git({"symbolic-ref", "refs/heads/alias", "refs/heads/main"});
  EXPECT_EQ(server_.ReadRef("refs/heads/main"), history_.Id("b"));
  EXPECT_EQ(server_.ReadRefs(),
            (std::vector<Ref>{{"refs/heads/main", history_.Id("b")},
                              {"refs/tags/a", history_.Id("a")},
                              {"refs/tags/b", history_.Id("b")},
                              {"refs/tags/c", history_.Id("c")},
                              {"refs/tags/other", history_.Id("other")}}));
}

TEST_F(GitServerTest, PeelsToCommitsOnly) {
  history_.Git({"tag", "-a", "-m", "one", "v1", "b"});
  history_.Git({"tag", "-a", "-m", "two", "tree", "b^{tree}"});
  EXPECT_EQ(server_.PeelToCommit(history_.Id("a")), history_.Id("a"));
  EXPECT_EQ(server_.PeelToCommit(server_.ReadRef("refs/tags/v1").value()),
            history_.Id("b"));
  EXPECT_EQ(server_.PeelToCommit(server_.ReadRef("refs/tags/tree").value()),
            std::nullopt);
  EXPECT_THROW(server_.PeelToCommit(ObjectId{}), Error);
}

TEST_F(GitServerTest, KnowsCommits) {
  EXPECT_EQ(server_.Difference(history_.Id("c"), {history_.Id("a")}),
            (std::vector{history_.Id("b"), history_.Id("c")}));
  EXPECT_EQ(server_.Difference(std::nullopt, {history_.Id("a")}),
            std::vector<ObjectId>{});
  EXPECT_THROW(server_.Difference(ObjectId{}, {}), Error);
  EXPECT_TRUE(server_.HaveSameTree(history_.Id("a"), history_.Id("other")));
  EXPECT_THROW(server_.HaveSameTree(history_.Id("a"), ObjectId{}), Error);
}

TEST_F(GitServerTest, AsksNobodyForWhatIsKnown) {
  KnownAncestors known;
  known.Add(history_.Id("a"), ObjectId{});
  known.Add(history_.Id("other"), history_.Id("c"));
  const GitServer server(repository_, &known);
  const std::vector<ObjectId> none;
  EXPECT_EQ(server.Difference(history_.Id("a"), {ObjectId{}}), none);
  EXPECT_EQ(server.Difference(history_.Id("other"),
                              {history_.Id("a"), history_.Id("c")}),
            none);
  EXPECT_EQ(server.Difference(history_.Id("other"), {history_.Id("b")}),
            std::vector{history_.Id("other")});
  EXPECT_EQ(server.Difference(history_.Id("c"), {history_.Id("other")}).size(),
            3u);
  EXPECT_THROW(server_.Difference(history_.Id("a"), {ObjectId{}}), Error);
}

TEST_F(GitServerTest, TellsTreesApart) {
  const std::string blob =
      history_.Git({"hash-object", "-w", "--stdin"}, "text");
  history_.Git(
      {"update-index", "--add", "--cacheinfo", "100644," + blob + ",file"});
  const std::string commit =
      history_.Git({"commit-tree", "-m", "x", history_.Git({"write-tree"})});
  EXPECT_FALSE(server_.HaveSameTree(history_.Id("a"),
                                    ObjectId::FromHex(commit).value()));
}

TEST_F(GitServerTest, KnowsWhichPushIsAlive) {
  const Process self = ReadProcess(getpid()).value();
  EXPECT_TRUE(server_.IsAlive(
      fmt::format("{}:{}:{}", ReadBoot(), self.id, self.start)));
  EXPECT_FALSE(server_.IsAlive("gone:1:1"));
}

}  // namespace
}  // namespace commitgate::testing
