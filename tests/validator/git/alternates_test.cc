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

  /// The same for a hook in the folder "git", which has "own" beside it.
  std::vector<std::string> FoundInHook(const std::string& objects,
                                       const std::string& alternates) {
    std::vector<std::string> names;
    for (const auto& path :
         ObjectFolders(folder_ / "own", {objects, alternates}, folder_ / "git"))
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

TEST_F(ObjectFoldersTest, OfAHookAreThoseOfTheQuarantineToo) {
  Make("own", "../c");
  Make("git/q", "../../a");
  for (const char* name : {"a", "b", "c", "d:e", "git/f"})
    Make(name, "");
  const std::string own = folder_ / "own";
  const std::string q = folder_ / "git/q";
  const std::string b = folder_ / "b";
  const std::string quoted = "\"" + (folder_ / "d:e") + "\"";
  const struct {
    const char* what;
    std::string objects;
    std::string alternates;
    Names found;
  } kCases[] = {
      {"none", "", "", {"own", "c"}},
      {"as git sets it", q, own, {"q", "a", "own", "c"}},
      {"without the repository", q, "", {"q", "a", "own", "c"}},
      {"relative", "q", "../own:f", {"q", "a", "own", "c", "f"}},
      {"several", q, own + ":" + b, {"q", "a", "own", "c", "b"}},
      {"empty ones", q, "::" + b + "::", {"q", "a", "b", "own", "c"}},
      {"quoted", q, quoted + ":" + b, {"q", "a", "d:e", "b", "own", "c"}},
      {"quoted at the end",
       q,
       b + ":" + quoted,
       {"q", "a", "b", "d:e", "own", "c"}},
      {"an escape",
       q,
       "\"" + (folder_ / R"(\144\072e)") + "\"",
       {"q", "a", "d:e", "own", "c"}},
      {"not quoted", q, folder_ / "d:e", {"q", "a", "own", "c"}},
      {"an open quote", q, "\"" + b + ":" + b, {"q", "a", "b", "own", "c"}},
      {"a comment", q, "#" + b + ":" + b, {"q", "a", "b", "own", "c"}},
      {"gone", "/nonexistent", "/nonexistent:" + b, {"b", "own", "c"}},
      {"the repository's own", own, own, {"own", "c"}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(FoundInHook(test.objects, test.alternates), test.found);
  }
}

}  // namespace
}  // namespace commitgate::testing
