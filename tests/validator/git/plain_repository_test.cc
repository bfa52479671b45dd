// SPDX-License-Identifier: MIT
#include "validator/git/plain_repository.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/git/known_leak.h"
#include "validator/git/git2_repository.h"

namespace commitgate::testing {
namespace {

namespace fs = std::filesystem;

class PlainRepositoryTest : public ::testing::Test {
 protected:
  PlainRepositoryTest() {
    Git(folder_.path(), {"init", "-q", "r"});
    Git(folder_.path(), {"init", "-q", "--bare", "bare.git"});
    fs::create_directories(top() + "/sub/folder");
  }

  std::string top() const { return folder_ / "r"; }
  std::string bare() const { return folder_ / "bare.git"; }

  void Configure(const std::string& name, const std::string& value) const {
    Git(top(), {"config", name, value});
  }

  /// That it is found, and is what libgit2 finds.
  static void ExpectFound(const std::string& path, bool search) {
    SCOPED_TRACE(path);
    const auto place = FindPlainRepository(path, search);
    ASSERT_NE(place, std::nullopt);
    EXPECT_EQ(place, PlaceByGit2(OpenWithGit2(path, search).get()));
  }

  static void ExpectNone(const std::string& path, bool search) {
    EXPECT_EQ(FindPlainRepository(path, search), std::nullopt) << path;
  }

  const KnownLeak in_libgit2_;
  TempDir folder_;
};

TEST_F(PlainRepositoryTest, IsFoundWhereLibgit2FindsIt) {
  fs::create_directory_symlink(top() + "/sub", folder_ / "link");
  fs::create_directory(folder_ / "linked");
  fs::create_directory_symlink(top() + "/.git", folder_ / "linked/.git");
  const std::string kSearched[] = {
      top(),
      top() + "/",
      top() + "/sub/folder",
      top() + "/sub/../sub",
      top() + "/.git",
      top() + "/.git/objects",
      bare(),
      bare() + "/refs/heads",
      folder_ / "link",
      folder_ / "linked",
  };
  for (const std::string& path : kSearched)
    ExpectFound(path, true);
  for (const std::string& path :
       {top() + "/.git", top() + "/.git/", bare(), folder_ / "linked/.git"})
    ExpectFound(path, false);
}

TEST_F(PlainRepositoryTest, MayBeInTheFirstVersionsOfTheFormat) {
  Configure("core.repositoryFormatVersion", "1");
  ExpectFound(top(), true);
  Git(top(), {"config", "--unset", "core.repositoryFormatVersion"});
  ExpectFound(top(), true);
}

TEST_F(PlainRepositoryTest, HasAWorkTreeUnlessItSaysThatItIsBare) {
  Git(bare(), {"config", "--unset", "core.bare"});
  ExpectFound(bare(), false);
  Configure("core.bare", "true");
  ExpectFound(top(), true);
  EXPECT_EQ(FindPlainRepository(top(), true)->work_tree, std::nullopt);
}

TEST_F(PlainRepositoryTest, IsNotPlainWhereItsConfigurationIsNot) {
  const std::pair<const char*, const char*> kSettings[] = {
      {"core.repositoryFormatVersion", "2"},
      {"core.repositoryFormatVersion", "-1"},
      {"core.repositoryFormatVersion", "x"},
      {"core.bare", "1"},
      {"core.bare", "maybe"},
      {"core.worktree", "/"},
      {"extensions.objectFormat", "sha256"},
      {"extensions.worktreeConfig", "true"},
      {"include.path", "more"},
  };
  const std::string config = top() + "/.git/config";
  const std::string plain = ReadFile(config);
  for (const auto& [name, value] : kSettings) {
    SCOPED_TRACE(name);
    Configure(name, value);
    ExpectNone(top(), true);
    folder_.Write("r/.git/config", plain);
  }
  ExpectFound(top(), true);
  for (const char* broken : {"[core\n", "a = b\n", "[core]\n\tbare\n"}) {
    folder_.Write("r/.git/config", broken);
    ExpectNone(top(), true);
  }
}

TEST_F(PlainRepositoryTest, IsNotPlainWhereAPartIsMissingOrElsewhere) {
  const std::string git_dir = top() + "/.git/";
  for (const std::string part : {"HEAD", "objects", "refs", "config"}) {
    SCOPED_TRACE(part);
    fs::rename(git_dir + part, folder_ / "away");
    ExpectNone(top(), true);
    ExpectNone(git_dir, false);
    fs::rename(folder_ / "away", git_dir + part);
  }
  ExpectFound(top(), true);
  folder_.Write("r/.git/commondir", "../../bare.git\n");
  ExpectNone(top(), true);
}

TEST_F(PlainRepositoryTest, IsNotPlainBehindAFile) {
  Git(top(), {"commit", "-q", "--allow-empty", "-m", "one"});
  Git(top(), {"worktree", "add", "-q", folder_ / "linked"});
  ExpectNone(folder_ / "linked", true);
  ExpectNone(folder_ / "linked/.git", false);
  ExpectNone(top() + "/.git/worktrees/linked", false);
}

TEST_F(PlainRepositoryTest, IsNotFoundWhereThereIsNone) {
  for (const std::string& path :
       {std::string(""), folder_.path(), folder_ / "missing", top(),
        top() + "/.git/objects", top() + "/.git/HEAD"})
    ExpectNone(path, false);
  for (const std::string& path : {std::string(""), folder_ / "missing"})
    ExpectNone(path, true);
}

TEST_F(PlainRepositoryTest, IsNotLookedForBehindOneThatIsBroken) {
  fs::create_directories(top() + "/sub/.git");
  ExpectNone(top() + "/sub/folder", true);
  folder_.Write("r/sub/folder/commondir", "nowhere\n");
  ExpectNone(top() + "/sub/folder", true);
}

}  // namespace
}  // namespace commitgate::testing
