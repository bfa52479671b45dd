// SPDX-License-Identifier: MIT
#include "hooks/project/git_changes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/hooks/project/project_repository.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

using Kind = ChangedPath::Kind;
using Paths = std::vector<ChangedPath>;

class GitChangesTest : public ::testing::Test {
 protected:
  GitChanges Of(const std::string& name) {
    commit_ = repository_.Read(name);
    return GitChanges(lazy_, history_, repository_[name], View(commit_.bytes));
  }

  ProjectRepository repository_;
  Commit commit_;
  const LazyRepository lazy_{[this] { return repository_.Open(); }};
  SubsystemHistory history_;
};

TEST_F(GitChangesTest, TellsPathsAndWhatTheyHold) {
  repository_.Add("a", "lib: one", {}, {{"x", "1"}, {"d/y", "2"}});
  repository_.Add("b", "lib: two", {"a"}, {{"x", "3"}, {"d/z", "4"}});
  const GitChanges changes = Of("b");
  EXPECT_EQ(changes.paths(), (Paths{{Kind::kDeleted, "d/y"},
                                    {Kind::kAdded, "d/z"},
                                    {Kind::kModified, "x"}}));
  EXPECT_EQ(changes.Before("x"), "1");
  EXPECT_EQ(changes.After("x"), "3");
  EXPECT_EQ(changes.Before("d/y"), "2");
  EXPECT_EQ(changes.After("d/y"), std::nullopt);
  EXPECT_EQ(changes.Before("d/z"), std::nullopt);
  EXPECT_EQ(changes.After("d/z"), "4");
  EXPECT_EQ(changes.After("d"), std::nullopt);
  EXPECT_EQ(changes.SubsystemsOf({"x"}, 10).size(), 1u);
}

TEST_F(GitChangesTest, BeginsWithNothing) {
  repository_.Add("a", "lib: one", {}, {{"x", "1"}});
  const GitChanges changes = Of("a");
  EXPECT_EQ(changes.paths(), (Paths{{Kind::kAdded, "x"}}));
  EXPECT_EQ(changes.Before("x"), std::nullopt);
  EXPECT_EQ(changes.After("x"), "1");
  EXPECT_TRUE(changes.SubsystemsOf({"x"}, 10).empty());
}

TEST_F(GitChangesTest, ReadsNoFileThatIsTooLarge) {
  repository_.Add("a", "lib: one", {},
                  {{"fits", std::string(16 << 20, 'x')},
                   {"large", std::string((16 << 20) + 1, 'x')}});
  const GitChanges changes = Of("a");
  EXPECT_TRUE(changes.After("fits"));
  EXPECT_FALSE(changes.After("large"));
}

TEST_F(GitChangesTest, ThrowsForWhatIsNotThere) {
  repository_.Add("a", "lib: one", {}, {{"x", "1"}});
  const std::string missing(40, '0');
  const std::string object = "tree " + missing + "\nparent " + missing + "\n";
  const GitChanges changes(lazy_, history_, ObjectId{}, object);
  EXPECT_THROW(changes.paths(), Error);
  EXPECT_THROW(changes.paths(), Error);
  EXPECT_THROW(changes.Before("x"), Error);
  EXPECT_THROW(changes.After("x"), Error);
  EXPECT_THROW(changes.SubsystemsOf({"x"}, 1), Error);
}

}  // namespace
}  // namespace commitgate::testing
