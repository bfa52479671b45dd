// SPDX-License-Identifier: MIT
#include "validator/git/alternates.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/temp_dir.h"

namespace commitgate::testing {
namespace {

class ObjectFoldersTest : public ::testing::Test {
 protected:
  /// Makes a folder with objects, and its list of alternates.
  void Make(const std::string& name, const std::string& alternates) {
    folder_.Write(name + "/info/alternates", alternates);
  }

  /// Those found from the folder "own", without the links and dots in them.
  std::vector<std::string> Found() {
    std::vector<std::string> names;
    for (const auto& path : ObjectFolders(folder_ / "own"))
      names.push_back(std::filesystem::canonical(path).filename());
    return names;
  }

  using Names = std::vector<std::string>;
  TempDir folder_;
};

TEST_F(ObjectFoldersTest, AreTheOwnAndTheAlternates) {
  Make("own", "../a\n# ../c\n\n" + folder_ / "b" + "\n");
  Make("a", "../c");
  Make("b", "");
  Make("c", "");
  EXPECT_EQ(Found(), (Names{"own", "a", "c", "b"}));
}

TEST_F(ObjectFoldersTest, MayBeQuoted) {
  Make("own", R"("../\303\251 \"x\"")"
              "\n");
  Make("\303\251 \"x\"", "");
  EXPECT_EQ(Found(), (Names{"own", "\303\251 \"x\""}));
}

TEST_F(ObjectFoldersTest, AreTakenLiterallyWhereTheQuotesAreWrong) {
  Make("own", "\"a\n");
  Make("own/\"a", "");
  EXPECT_EQ(Found(), (Names{"own", "\"a"}));
}

TEST_F(ObjectFoldersTest, AreOpenedOnce) {
  std::string itself;
  for (int i = 0; i < 200; ++i)
    itself += "../own\n.\n./../own/.\n../link\n";
  Make("own", itself);
  std::filesystem::create_symlink("own", folder_ / "link");
  EXPECT_EQ(Found(), Names{"own"});
}

TEST_F(ObjectFoldersTest, ArePassedOverWhereTheyCannotBeReached) {
  Make("own", std::string(10'000, 'x') + "\n../loop\n../file\n/nonexistent\n" +
                  std::string("a\0b", 3) + "\n../a\n");
  std::filesystem::create_symlink("loop", folder_ / "loop");
  folder_.Write("file", "");
  Make("a", "");
  EXPECT_EQ(Found(), (Names{"own", "a"}));
}

TEST_F(ObjectFoldersTest, AreFollowedAsFarAsGitDoes) {
  Make("own", "../1");
  for (int i = 1; i < 10; ++i)
    Make(std::to_string(i), "../" + std::to_string(i + 1));
  EXPECT_EQ(Found(), (Names{"own", "1", "2", "3", "4", "5", "6"}));
}

}  // namespace
}  // namespace commitgate::testing
