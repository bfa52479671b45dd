// SPDX-License-Identifier: MIT
#include "hooks/project/roster_walk.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/hooks/project/project_repository.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

class RosterWalkTest : public ::testing::Test {
 protected:
  /// The title of the commit that took them off; `none`: they are still there
  /// or never were.
  std::string RemovalOf(const std::string& email,
                        const std::string& revision = "HEAD") const {
    const auto removal =
        RosterWalk(revision, "README.md").Find(repository_.Open(), email);
    return removal ? removal->title : "none";
  }

  ProjectRepository repository_;
};

TEST_F(RosterWalkTest, TellsTheCommitThatTookSomebodyOff) {
  repository_.Add("a", "doc: begin", {},
                  {{"README.md", ReadmeOf({"ann", "bob"})}});
  repository_.Add("b", "doc: let bob go", {"a"},
                  {{"README.md", ReadmeOf({"ann"})}});
  repository_.Add("c", "lib: fix", {"b"},
                  {{"README.md", ReadmeOf({"ann"})}, {"lib", "x"}});
  repository_.SetRef("refs/heads/main", "c");
  EXPECT_EQ(RemovalOf("bob@example.com"), "doc: let bob go");
  EXPECT_EQ(RosterWalk("HEAD", "README.md")
                .Find(repository_.Open(), "bob@example.com")
                ->commit,
            repository_["b"].Hex());
  EXPECT_EQ(RemovalOf("BOB@Example.com"), "doc: let bob go");
  EXPECT_EQ(RemovalOf("ann@example.com"), "none");
  EXPECT_EQ(RemovalOf("eve@example.com"), "none");
  EXPECT_EQ(RemovalOf(""), "none");
}

TEST_F(RosterWalkTest, TakesEmeritiForTakenOff) {
  repository_.Add("a", "doc: begin", {},
                  {{"README.md", ReadmeOf({"ann", "bob"})}});
  repository_.Add("b", "doc: move bob", {"a"},
                  {{"README.md", ReadmeOf({"ann"}, {"bob"})}});
  repository_.SetRef("refs/heads/main", "b");
  EXPECT_EQ(RemovalOf("bob@example.com"), "doc: move bob");
}

TEST_F(RosterWalkTest, TellsTheLastOfSeveralTimes) {
  repository_.Add("a", "doc: one", {},
                  {{"README.md", ReadmeOf({"ann", "bob"})}});
  repository_.Add("b", "doc: two", {"a"}, {{"README.md", ReadmeOf({"ann"})}});
  repository_.Add("c", "doc: three", {"b"},
                  {{"README.md", ReadmeOf({"ann", "bob"})}});
  repository_.Add("d", "doc: four", {"c"}, {{"README.md", ReadmeOf({"ann"})}});
  repository_.SetRef("refs/heads/main", "d");
  EXPECT_EQ(RemovalOf("bob@example.com"), "doc: four");
  EXPECT_EQ(RemovalOf("bob@example.com", repository_["b"].Hex()), "doc: two");
  EXPECT_EQ(RemovalOf("bob@example.com", repository_["c"].Hex()), "none");
}

TEST_F(RosterWalkTest, LooksThroughVersionsThatSayNothing) {
  repository_.Add("a", "doc: one", {},
                  {{"README.md", ReadmeOf({"ann", "bob"})}});
  repository_.Add("gone", "doc: two", {"a"}, {{"other", ""}});
  repository_.Add("broken", "doc: three", {"gone"},
                  {{"README.md", "nobody\n"}});
  repository_.Add("b", "doc: four", {"broken"},
                  {{"README.md", ReadmeOf({"ann"})}});
  repository_.SetRef("refs/heads/main", "b");
  EXPECT_EQ(RemovalOf("bob@example.com"), "doc: two");
  EXPECT_EQ(RemovalOf("ann@example.com"), "none");
}

TEST_F(RosterWalkTest, FollowsFirstParents) {
  repository_.Add("a", "doc: one", {},
                  {{"README.md", ReadmeOf({"ann", "bob"})}});
  repository_.Add("side", "doc: side", {"a"},
                  {{"README.md", ReadmeOf({"eve"})}});
  repository_.Add("b", "doc: two", {"a"},
                  {{"README.md", ReadmeOf({"ann", "bob"})}, {"x", ""}});
  repository_.Add("merge", "Merge side", {"b", "side"},
                  {{"README.md", ReadmeOf({"ann"})}});
  repository_.SetRef("refs/heads/main", "merge");
  EXPECT_EQ(RemovalOf("bob@example.com"), "Merge side");
  EXPECT_EQ(RemovalOf("eve@example.com"), "none");
}

TEST_F(RosterWalkTest, EndsWhereAShallowCloneDoes) {
  repository_.Add("a", "doc: one", {},
                  {{"README.md", ReadmeOf({"ann", "bob"})}});
  repository_.Add("b", "doc: two", {"a"}, {{"README.md", ReadmeOf({"ann"})}});
  repository_.Add("c", "doc: three", {"b"}, {{"README.md", ReadmeOf({"ann"})}});
  repository_.SetRef("refs/heads/main", "c");
  repository_.Write(".git/shallow", repository_["b"].Hex() + "\n");
  EXPECT_EQ(RemovalOf("bob@example.com"), "none");
}

TEST_F(RosterWalkTest, AnswersSeveralQuestionsInAnyOrder) {
  repository_.Add("a", "doc: one", {},
                  {{"README.md", ReadmeOf({"ann", "bob", "eve"})}});
  repository_.Add("b", "doc: two", {"a"},
                  {{"README.md", ReadmeOf({"ann", "bob"})}});
  repository_.Add("c", "doc: three", {"b"}, {{"README.md", ReadmeOf({"ann"})}});
  repository_.SetRef("refs/heads/main", "c");
  const Repository repository = repository_.Open();
  RosterWalk walk("HEAD", "README.md");
  for (int i = 0; i < 2; ++i) {
    EXPECT_EQ(walk.Find(repository, "eve@example.com")->title, "doc: two");
    EXPECT_EQ(walk.Find(repository, "bob@example.com")->title, "doc: three");
    EXPECT_EQ(walk.Find(repository, "zoe@example.com"), std::nullopt);
  }
}

TEST_F(RosterWalkTest, EndsWhenItIsLate) {
  const Files files{{"README.md", ReadmeOf({"ann"})}};
  repository_.Add("0", "doc: begin", {}, files);
  for (int i = 1; i < 40; ++i)
    repository_.Add(std::to_string(i), "doc: x", {std::to_string(i - 1)},
                    files);
  bool is_late = false;
  RosterWalk walk(repository_["39"].Hex(), "README.md",
                  [&] { return is_late; });
  const Repository repository = repository_.Open();
  is_late = true;
  EXPECT_EQ(walk.Find(repository, "ann@example.com"), std::nullopt);
  EXPECT_THROW(walk.Find(repository, "eve@example.com"), Error);
  EXPECT_THROW(walk.Find(repository, "eve@example.com"), Error);
  is_late = false;
  EXPECT_EQ(walk.Find(repository, "eve@example.com"), std::nullopt);
}

TEST_F(RosterWalkTest, GoesOnWhereItCouldNotReadACommit) {
  repository_.Add("a", "doc: one", {},
                  {{"README.md", ReadmeOf({"ann", "bob"})}});
  repository_.Add("b", "doc: two", {"a"}, {{"README.md", ReadmeOf({"ann"})}});
  repository_.Add("c", "doc: three", {"b"}, {{"README.md", ReadmeOf({"ann"})}});
  repository_.SetRef("refs/heads/main", "c");
  for (const char* const object : {"", "^{tree}", ":README.md"}) {
    SCOPED_TRACE(object);
    const std::string id =
        repository_.Git({"rev-parse", repository_["a"].Hex() + object});
    const std::string file = repository_.path() + "/.git/objects/" +
                             id.substr(0, 2) + "/" + id.substr(2);
    RosterWalk walk("HEAD", "README.md");
    std::filesystem::rename(file, file + ".away");
    EXPECT_THROW(walk.Find(repository_.Open(), "bob@example.com"), Error);
    EXPECT_THROW(walk.Find(repository_.Open(), "bob@example.com"), Error);
    std::filesystem::rename(file + ".away", file);
    EXPECT_EQ(walk.Find(repository_.Open(), "bob@example.com")->title,
              "doc: two");
  }
}

TEST_F(RosterWalkTest, NeedsABranch) {
  EXPECT_THROW(RemovalOf("bob@example.com"), Error);
  EXPECT_THROW(RemovalOf("bob@example.com", "none"), Error);
}

}  // namespace
}  // namespace commitgate::testing
