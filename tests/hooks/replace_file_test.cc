// SPDX-License-Identifier: MIT
#include "hooks/replace_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "hooks/file.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

mode_t ModeOf(const std::string& path) {
  struct stat status {};
  stat(path.c_str(), &status);
  return status.st_mode & 07777;
}

size_t FilesIn(const std::string& folder) {
  const std::filesystem::directory_iterator files(folder);
  return std::distance(begin(files), end(files));
}

TEST(ReplaceFile, WritesAllOfItAndLeavesNothingBeside) {
  const TempDir folder;
  const std::string path = folder.Write("file", "a longer text");
  const std::string text("b\0c\n", 4);
  ReplaceFile(path, text);
  EXPECT_EQ(commitgate::ReadFile(path), text);
  EXPECT_EQ(FilesIn(folder.path()), 1u);
}

TEST(ReplaceFile, KeepsPermissions) {
  const TempDir folder;
  const std::string path = folder.Write("file", "a");
  chmod(path.c_str(), 0640);
  ReplaceFile(path, "b");
  EXPECT_EQ(ModeOf(path), mode_t{0640});
}

TEST(ReplaceFile, FollowsLinks) {
  const TempDir folder;
  const std::string path = folder.Write("file", "a");
  const std::string link = folder.path() + "/link";
  std::filesystem::create_symlink("file", link);
  ReplaceFile(link, "b");
  EXPECT_EQ(commitgate::ReadFile(path), "b");
  EXPECT_TRUE(std::filesystem::is_symlink(link));
}

TEST(ReplaceFile, RefusesWhatIsNoFile) {
  const TempDir folder;
  EXPECT_THROW(ReplaceFile(folder.path() + "/missing", "b"), Error);
  EXPECT_THROW(ReplaceFile(folder.path(), "b"), Error);
  EXPECT_THROW(ReplaceFile("/dev/null", "b"), Error);
  EXPECT_EQ(FilesIn(folder.path()), 0u);
}

TEST(TemporaryFile, IsItsOwnersAndGoesAway) {
  std::string path;
  {
    const TemporaryFile file("text");
    path = file.path();
    EXPECT_EQ(commitgate::ReadFile(path), "text");
    EXPECT_EQ(ModeOf(path), mode_t{0600});
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace commitgate::testing
