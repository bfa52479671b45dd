// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"
#include "validator/git/repository.h"

namespace commitgate::testing {
namespace {

class RepositoryTreesTest : public ::testing::Test {
 protected:
  RepositoryTreesTest() {
    Git({"init", "-q"});
    folder_.Write("lib/a", "text\n");
    folder_.Write("tool", "#!/bin/sh\n");
    Git({"add", "."});
    Git({"update-index", "--chmod=+x", "tool"});
    const std::string blob = Git({"hash-object", "-w", "--stdin"}, "lib/a");
    Git({"update-index", "--add", "--cacheinfo", "120000," + blob + ",link"});
    Git({"update-index", "--add", "--cacheinfo",
         "160000," + std::string(40, '1') + ",module"});
    Git({"commit", "-q", "-m", "all"});
  }

  std::string Git(const std::vector<std::string>& arguments,
                  std::string_view input = {}) const {
    return testing::Git(folder_.path(), arguments, input);
  }

  ObjectId Id(const std::string& revision) const {
    return ObjectId::FromHex(Git({"rev-parse", revision})).value();
  }

  Repository Open() const { return Repository::Open(folder_.path(), ""); }

  TempDir folder_;
};

TEST_F(RepositoryTreesTest, FindsFiles) {
  const Repository repository = Open();
  EXPECT_EQ(repository.FindBlob(Id("HEAD"), "lib/a"), Id("HEAD:lib/a"));
  EXPECT_EQ(repository.FindBlob(Id("HEAD"), "tool"), Id("HEAD:tool"));
}

TEST_F(RepositoryTreesTest, FindsNothingElse) {
  const Repository repository = Open();
  for (const char* path :
       {"lib", "link", "module", "lib/b", "lib/a/b", "none", "", "/", "/lib/a",
        "lib//a", "lib/", "../lib/a", "./lib/a", "link/x", "module/x"}) {
    SCOPED_TRACE(path);
    EXPECT_EQ(repository.FindBlob(Id("HEAD"), path), std::nullopt);
  }
}

TEST_F(RepositoryTreesTest, NeedsACommitToFindFiles) {
  const Repository repository = Open();
  EXPECT_THROW(repository.FindBlob(Id("HEAD^{tree}"), "tool"), Error);
  EXPECT_THROW(repository.FindBlob(ObjectId{}, "tool"), Error);
}

TEST_F(RepositoryTreesTest, ReadsFilesUpToALimit) {
  const Repository repository = Open();
  const ObjectId id = Id("HEAD:lib/a");
  EXPECT_EQ(repository.ReadBlob(id, 5), "text\n");
  EXPECT_EQ(repository.ReadBlob(id, 4), std::nullopt);
  EXPECT_THROW(repository.ReadBlob(ObjectId{}, 5), Error);
}

TEST_F(RepositoryTreesTest, ReadsTreesAndNothingElse) {
  const Repository repository = Open();
  const Bytes tree = repository.ReadRawTree(Id("HEAD:lib"));
  const ObjectId file = Id("HEAD:lib/a");
  EXPECT_EQ(View(tree), std::string("100644 a") + '\0' +
                            std::string(file.bytes.begin(), file.bytes.end()));
  EXPECT_THROW(repository.ReadRawTree(Id("HEAD")), Error);
  EXPECT_THROW(repository.ReadRawTree(Id("HEAD:tool")), Error);
  EXPECT_THROW(repository.ReadRawTree(ObjectId{}), Error);
}

/// Git takes modes that it never writes for what they are nearest to.
TEST_F(RepositoryTreesTest, TakesModesAsGitDoes) {
  const struct {
    const char* mode;
    bool is_folder;
    bool is_file;
  } kCases[] = {
      {"40000", true, false},   {"040000", true, false},
      {"40755", true, false},   {"47777", true, false},
      {"100644", false, true},  {"100664", false, true},
      {"100777", false, true},  {"120000", false, false},
      {"120755", false, false}, {"160000", false, false},
      {"160755", false, false}, {"0", false, false},
      {"755", false, false},    {"10000", false, false},
  };
  const Repository repository = Open();
  for (const auto& [mode, is_folder, is_file] : kCases) {
    SCOPED_TRACE(mode);
    const ObjectId id = Id(is_folder ? "HEAD:lib" : "HEAD:tool");
    const std::string tree =
        Git({"hash-object", "-t", "tree", "--literally", "-w", "--stdin"},
            std::string(mode) + " x" + '\0' +
                std::string(id.bytes.begin(), id.bytes.end()));
    const ObjectId commit =
        *ObjectId::FromHex(Git({"commit-tree", "-m", "x", tree}));
    EXPECT_EQ(repository.FindBlob(commit, "x").has_value(), is_file);
    EXPECT_EQ(repository.FindBlob(commit, "x/a").has_value(), is_folder);
  }
}

}  // namespace
}  // namespace commitgate::testing
