// SPDX-License-Identifier: MIT
#include "hooks/project/git_repository_view.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "tests/hooks/project/project_repository.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

constexpr char kDraft[] = "lib: a draft\n";

/// main is a, b, c; beside it is x.
class GitRepositoryViewTest : public ::testing::Test {
 protected:
  GitRepositoryViewTest()
      : lazy_([this] {
          ++opened_;
          return repository_.Open();
        }),
        view_(lazy_) {
    repository_.Add("a", "lib: one\n\nbody\n", {}, {{"x", "1"}});
    repository_.Add("b", "lib: two", {"a"}, {{"x", "2"}});
    repository_.Add("c", "lib: three", {"b"}, {{"x", "3"}});
    repository_.Add("x", "lib: elsewhere", {"a"}, {{"x", "4"}});
    repository_.SetRef("refs/heads/main", "c");
  }

  std::string Find(const std::string& hex, const Commit& from) const {
    const NamedCommit named = view_.Find(hex, from);
    switch (named.found) {
      case NamedCommit::Found::kNothing:
        return "nothing";
      case NamedCommit::Found::kAmbiguous:
        return "ambiguous";
      case NamedCommit::Found::kCutOff:
        return "cut off";
      case NamedCommit::Found::kCommit:
        break;
    }
    return fmt::format("{}{}", named.title,
                       named.is_ancestor ? "" : ", elsewhere");
  }

  std::string Hex(const std::string& name) const {
    return repository_[name].Hex();
  }

  ProjectRepository repository_;
  int opened_ = 0;
  const LazyRepository lazy_;
  const GitRepositoryView view_;
};

TEST_F(GitRepositoryViewTest, FindsCommitsInTheHistoryOfAnother) {
  const Commit c = repository_.Read("c");
  EXPECT_EQ(Find(Hex("a"), c), "lib: one");
  EXPECT_EQ(Find(Hex("b").substr(0, 7), c), "lib: two");
  EXPECT_EQ(view_.Find(Hex("b").substr(0, 12), c).id, Hex("b"));
}

TEST_F(GitRepositoryViewTest, TellsWhatIsElsewhere) {
  EXPECT_EQ(Find(Hex("x"), repository_.Read("c")), "lib: elsewhere, elsewhere");
  EXPECT_EQ(Find(Hex("c"), repository_.Read("b")), "lib: three, elsewhere");
  EXPECT_EQ(Find(Hex("b"), repository_.Read("x")), "lib: two, elsewhere");
}

TEST_F(GitRepositoryViewTest, FindsNothingElse) {
  const Commit c = repository_.Read("c");
  for (const std::string& hex :
       {std::string(40, '0'), std::string("0000000"), std::string(),
        std::string("abc"), std::string("HEAD"), Hex("a") + "0",
        std::string(64, 'a'), repository_.Git({"rev-parse", "main^{tree}"})}) {
    SCOPED_TRACE(hex);
    EXPECT_EQ(Find(hex, c), "nothing");
  }
}

TEST_F(GitRepositoryViewTest, TakesAMessageForAChildOfHead) {
  EXPECT_EQ(Find(Hex("c"), MakeCommit("COMMIT_EDITMSG", kDraft)), "lib: three");
  // What JSON says of a stored commit is another message.
  EXPECT_EQ(Find(Hex("c"), MakeCommit(Hex("a"), kDraft)), "lib: three");
  EXPECT_EQ(Find(Hex("x"), MakeCommit("draft", kDraft)),
            "lib: elsewhere, elsewhere");
  repository_.Git({"symbolic-ref", "HEAD", "refs/heads/unborn"});
  EXPECT_EQ(Find(Hex("c"), MakeCommit("draft", kDraft)),
            "lib: three, elsewhere");
}

TEST_F(GitRepositoryViewTest, DoesNotKnowWhatAShallowCloneHasNot) {
  repository_.Write(".git/shallow", Hex("b") + "\n");
  const Commit c = repository_.Read("c");
  EXPECT_EQ(Find(Hex("b"), c), "lib: two");
  EXPECT_EQ(Find(Hex("a"), c), "cut off");
  EXPECT_EQ(Find("0000000", c), "cut off");
}

TEST_F(GitRepositoryViewTest, StoresWhatWasReadFromIt) {
  EXPECT_TRUE(view_.Stores(repository_.Read("a")));
  EXPECT_FALSE(view_.Stores(MakeCommit("COMMIT_EDITMSG", kDraft)));
  EXPECT_FALSE(view_.Stores(MakeCommit("", kDraft)));
  EXPECT_FALSE(view_.Stores(MakeCommit(Hex("a"), kDraft)));
  EXPECT_FALSE(view_.Stores(MakeCommit(Hex("a"), "tree x\n")));
}

TEST_F(GitRepositoryViewTest, KnowsNoChangesWhereParentsAreCutOff) {
  repository_.Write(".git/shallow", Hex("b") + "\n");
  EXPECT_TRUE(view_.Stores(repository_.Read("c")));
  EXPECT_FALSE(view_.Stores(repository_.Read("b")));
}

TEST_F(GitRepositoryViewTest, TellsWhatAStoredCommitChanges) {
  const Commit b = repository_.Read("b");
  const auto changes = view_.ChangesOf(b);
  EXPECT_EQ(changes->paths(),
            (std::vector<ChangedPath>{{ChangedPath::Kind::kModified, "x"}}));
  EXPECT_THROW(view_.ChangesOf(MakeCommit("draft", kDraft)), Error);
}

TEST_F(GitRepositoryViewTest, OpensNothingBeforeItIsAsked) {
  EXPECT_FALSE(view_.Stores(MakeCommit("draft", kDraft)));
  const Commit b = repository_.Read("b");
  const auto changes = view_.ChangesOf(b);
  EXPECT_EQ(opened_, 0);
  changes->paths();
  Find(Hex("a"), repository_.Read("c"));
  EXPECT_EQ(opened_, 1);
}

TEST_F(GitRepositoryViewTest, SaysWhyItCannotBeOpened) {
  const LazyRepository none(
      []() -> Repository { throw Error("opening it: it is gone"); });
  const GitRepositoryView view(none);
  EXPECT_THROW(view.Find("0000000", MakeCommit("draft", kDraft)), Error);
}

}  // namespace
}  // namespace commitgate::testing
