// SPDX-License-Identifier: MIT
#include "validator/git/object_database.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/git/known_leak.h"
#include "validator/error.h"
#include "validator/git/repository.h"

namespace commitgate {
namespace {

using testing::Git;
using testing::TempDir;

class ObjectDatabaseTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Git(folder_.path(), {"init", "-q", "r"});
    Git(path(), {"commit", "-q", "--allow-empty", "-m", "one"});
  }

  std::string path() const { return folder_ / "r"; }

  static std::string Title(const std::string& repository,
                           const std::string& revision) {
    const Repository opened = Repository::Open(repository, "");
    const Bytes object = opened.ReadCommit(opened.ResolveCommit(revision));
    const std::string_view text = View(object);
    return std::string(text.substr(text.find("\n\n") + 2));
  }

  /// The file of the loose object that HEAD names.
  std::string HeadFile() const {
    const std::string id = Git(path(), {"rev-parse", "HEAD"});
    return path() + "/.git/objects/" + id.substr(0, 2) + "/" + id.substr(2);
  }

  TempDir folder_;
};

TEST_F(ObjectDatabaseTest, ReadsLooseAndPackedObjects) {
  EXPECT_EQ(Title(path(), "HEAD"), "one\n");
  Git(path(), {"gc", "-q"});
  EXPECT_FALSE(std::filesystem::exists(HeadFile()));
  EXPECT_EQ(Title(path(), "HEAD"), "one\n");
}

TEST_F(ObjectDatabaseTest, FindsAbbreviatedNames) {
  const std::string id = Git(path(), {"rev-parse", "HEAD"});
  EXPECT_EQ(Title(path(), id.substr(0, 8)), "one\n");
  EXPECT_THROW(Title(path(), "12345678"), Error);
}

TEST_F(ObjectDatabaseTest, ReadsAlternatesOfAlternates) {
  Git(folder_.path(), {"clone", "-q", "--shared", "r", "second"});
  Git(folder_ / "second", {"commit", "-q", "--allow-empty", "-m", "two"});
  Git(folder_.path(), {"clone", "-q", "--shared", "second", "third"});
  EXPECT_EQ(Title(folder_ / "third", "HEAD"), "two\n");
  EXPECT_EQ(Title(folder_ / "third", "HEAD~1"), "one\n");
}

TEST_F(ObjectDatabaseTest, PassesOverAlternatesThatAreGone) {
  folder_.Write("r/.git/objects/info/alternates",
                "# a comment\n\n/nonexistent/objects\n../objects\n");
  EXPECT_EQ(Title(path(), "HEAD"), "one\n");
}

TEST_F(ObjectDatabaseTest, EndsOnObjectsThatAreCutOff) {
  const testing::KnownLeak leak;
  const std::string file = HeadFile();
  const std::string whole = testing::ReadFile(file);
  std::filesystem::permissions(file, std::filesystem::perms::owner_all);
  for (const size_t size :
       {whole.size() - 1, whole.size() / 2, size_t{30}, size_t{2}, size_t{0}}) {
    SCOPED_TRACE(size);
    folder_.Write(file.substr(folder_.path().size() + 1),
                  whole.substr(0, size));
    EXPECT_THROW(Title(path(), "HEAD"), Error);
    EXPECT_THROW(Title(path(), "HEAD~1"), Error);
    EXPECT_THROW(Title(path(), "HEAD^{commit}"), Error);
  }
}

}  // namespace
}  // namespace commitgate
