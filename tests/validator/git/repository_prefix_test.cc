// SPDX-License-Identifier: MIT
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cctype>
#include <string>
#include <vector>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "validator/git/repository.h"

namespace commitgate::testing {
namespace {

using Match = CommitByPrefix::Match;

/// Objects that are made of a number.
class RepositoryPrefixTest : public ::testing::Test {
 protected:
  RepositoryPrefixTest() { Git({"init", "-q", "--bare"}); }

  std::string Git(const std::vector<std::string>& arguments,
                  std::string_view input = {}) const {
    return testing::Git(folder_.path(), arguments, input);
  }

  std::string Write(const std::string& type, int number) const {
    return Git({"hash-object", "-t", type, "-w", "--stdin", "--literally"},
               Content(number));
  }

  static std::string Content(int number) {
    return fmt::format("tree {:040x}\n\n{}\n", 0, number);
  }

  CommitByPrefix Find(const std::string& hex) const {
    return Repository::Open(folder_.path(), ".").FindByPrefix(hex);
  }

  static CommitByPrefix Is(const std::string& hex) {
    return {Match::kCommit, *ObjectId::FromHex(hex)};
  }

  TempDir folder_;
};

TEST_F(RepositoryPrefixTest, FindsTheOneCommitThatBeginsSo) {
  const std::string commit = Write("commit", 1);
  for (const bool packed : {false, true}) {
    SCOPED_TRACE(packed);
    if (packed) {
      Git({"pack-objects", "-q", "objects/pack/pack"}, commit + "\n");
      Git({"prune-packed"});
    }
    for (const size_t digits : {4, 5, 7, 12, 39, 40}) {
      SCOPED_TRACE(digits);
      EXPECT_EQ(Find(commit.substr(0, digits)), Is(commit));
    }
  }
}

TEST_F(RepositoryPrefixTest, FindsNothingElse) {
  const std::string commit = Write("commit", 1);
  const std::string blob = Write("blob", 2);
  for (const std::string& hex :
       {std::string(), commit.substr(0, 3), commit + "0", std::string(40, '0'),
        std::string("0000"), blob, blob.substr(0, 7), std::string("wxyz"),
        commit.substr(0, 6) + "g", std::string("HEAD"), std::string("ab d")}) {
    SCOPED_TRACE(hex);
    EXPECT_EQ(Find(hex), CommitByPrefix{});
  }
}

TEST_F(RepositoryPrefixTest, ReadsDigitsInAnyCase) {
  const std::string commit = Write("commit", 1);
  std::string upper = commit;
  for (char& c : upper)
    c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  EXPECT_EQ(Find(upper.substr(0, 12)), Is(commit));
}

// The numbers below were found by trying: their objects begin alike.

TEST_F(RepositoryPrefixTest, IsNotMisledByOtherObjects) {
  const std::string commit = Write("commit", 986);
  const std::string blob = Write("blob", 27);
  ASSERT_EQ(commit.substr(0, 4), blob.substr(0, 4));
  EXPECT_EQ(Find(commit.substr(0, 4)), Is(commit));
}

TEST_F(RepositoryPrefixTest, IsAmbiguousWhereSeveralCommitsBeginSo) {
  const std::string one = Write("commit", 269);
  EXPECT_EQ(Find(one.substr(0, 4)), Is(one));
  const std::string two = Write("commit", 463);
  ASSERT_EQ(one.substr(0, 4), two.substr(0, 4));
  EXPECT_EQ(Find(one.substr(0, 4)), (CommitByPrefix{Match::kAmbiguous, {}}));
  EXPECT_EQ(Find(one.substr(0, 8)), Is(one));
  EXPECT_EQ(Find(two.substr(0, 8)), Is(two));
}

TEST_F(RepositoryPrefixTest, TakesOneObjectInSeveralPlacesForOne) {
  const std::string commit = Write("commit", 1);
  Git({"pack-objects", "-q", "objects/pack/pack"}, commit + "\n");
  Git({"pack-objects", "-q", "objects/pack/pack"},
      commit + "\n" + Write("blob", 2) + "\n");
  EXPECT_EQ(Find(commit.substr(0, 7)), Is(commit));
}

TEST_F(RepositoryPrefixTest, FindsWhatIsInAPackWithAnOldIndex) {
  const std::string commit = Write("commit", 1);
  Git({"pack-objects", "-q", "--index-version=1", "objects/pack/pack"},
      commit + "\n");
  Git({"prune-packed"});
  EXPECT_EQ(Find(commit.substr(0, 7)), Is(commit));
}

TEST_F(RepositoryPrefixTest, FindsWhatWasPackedSinceItWasOpened) {
  const std::string commit = Write("commit", 1);
  const auto repository = Repository::Open(folder_.path(), ".");
  EXPECT_EQ(repository.FindByPrefix("0000"), CommitByPrefix{});
  Git({"pack-objects", "-q", "objects/pack/pack"}, commit + "\n");
  Git({"prune-packed"});
  EXPECT_EQ(repository.FindByPrefix(commit.substr(0, 7)), Is(commit));
}

}  // namespace
}  // namespace commitgate::testing
