// SPDX-License-Identifier: MIT
#include "validator/git/changed_paths.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <utility>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

using Lines = std::vector<std::string>;

constexpr char kNoParent[] = "";

/// A repository in which trees are made by hand.
class ChangedPathsTest : public ::testing::Test {
 protected:
  ChangedPathsTest() { Git({"init", "-q", "--bare"}); }

  std::string Git(const std::vector<std::string>& arguments,
                  std::string_view input = {}) const {
    return testing::Git(folder_.path(), arguments, input);
  }

  std::string Blob(std::string_view content) const {
    return Git({"hash-object", "-w", "--stdin"}, content);
  }

  /// Of lines as `git ls-tree` prints them.
  std::string Tree(std::string_view lines) const {
    return Git({"mktree", "--missing"}, lines);
  }

  /// Of one entry, with a mode that git itself never writes.
  std::string OddTree(const std::string& mode, const std::string& name,
                      const std::string& id) const {
    const auto bytes = ObjectId::FromHex(id)->bytes;
    return Git(
        {"hash-object", "-t", "tree", "--literally", "-w", "--stdin"},
        mode + ' ' + name + '\0' + std::string(bytes.begin(), bytes.end()));
  }

  /// A tree of files, each with its own path as content.
  std::string TreeOfFiles(const std::vector<std::string>& paths) const {
    const std::string index = folder_ / "index";
    std::filesystem::remove(index);
    std::string lines;
    for (const std::string& path : paths)
      lines += fmt::format("100644 {}\t{}", Blob(path), path) + '\0';
    const ProcessOptions options{.directory = folder_.path(),
                                 .input = lines,
                                 .environment = {{"GIT_INDEX_FILE", index}}};
    testing::Run({"git", "update-index", "-z", "--index-info"}, options);
    return testing::Run({"git", "write-tree"}, options).out.substr(0, 40);
  }

  std::string Commit(const std::string& tree, const std::string& parent) const {
    std::string object = "tree " + tree + "\n";
    if (!parent.empty())
      object += "parent " + parent + "\n";
    object += "author A <a@example.com> 1 +0000\n";
    object += "committer A <a@example.com> 1 +0000\n\nx\n";
    return Git({"hash-object", "-t", "commit", "-w", "--stdin", "--literally"},
               object);
  }

  /// `A path`, `D path`, `M path`.
  Lines ChangedBy(const std::string& commit) const {
    const Repository repository = Repository::Open(folder_.path(), ".");
    Lines lines;
    for (const TreeChange& change :
         ChangedPaths(repository, *ObjectId::FromHex(commit)))
      lines.push_back(std::string(1, "ADM"[static_cast<int>(change.kind)]) +
                      " " + change.path);
    return lines;
  }

  Lines Between(const std::string& before, const std::string& after) const {
    return ChangedBy(Commit(after, Commit(before, kNoParent)));
  }

  std::string ErrorOf(const std::string& commit) const {
    try {
      ChangedBy(commit);
    } catch (const Error& error) {
      return error.what();
    }
    return "no error";
  }

  TempDir folder_;
};

TEST_F(ChangedPathsTest, TellsFilesThatComeGoAndChange) {
  const std::string one = Blob("one");
  const std::string two = Blob("two");
  const struct {
    const char* what;
    std::string before;
    std::string after;
    Lines changes;
  } kCases[] = {
      {"nothing",
       "100644 blob " + one + "\ta\n",
       "100644 blob " + one + "\ta\n",
       {}},
      {"a file comes", "", "100644 blob " + one + "\ta\n", {"A a"}},
      {"a file goes", "100644 blob " + one + "\ta\n", "", {"D a"}},
      {"a content changes",
       "100644 blob " + one + "\ta\n",
       "100644 blob " + two + "\ta\n",
       {"M a"}},
      {"a mode changes",
       "100644 blob " + one + "\ta\n",
       "100755 blob " + one + "\ta\n",
       {"M a"}},
      {"a file becomes a link",
       "100644 blob " + one + "\ta\n",
       "120000 blob " + one + "\ta\n",
       {"M a"}},
      {"a file becomes a submodule",
       "100644 blob " + one + "\ta\n",
       "160000 commit " + std::string(40, '1') + "\ta\n",
       {"M a"}},
      {"a rename is one that goes and one that comes",
       "100644 blob " + one + "\ta\n",
       "100644 blob " + one + "\tb\n",
       {"D a", "A b"}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(Between(Tree(test.before), Tree(test.after)), test.changes);
  }
}

TEST_F(ChangedPathsTest, LooksIntoFolders) {
  const std::string before = TreeOfFiles({"lib/a", "lib/b", "src/x/y", "z"});
  const std::string after = TreeOfFiles({"lib/a", "src/x/y", "src/x/z", "z/q"});
  EXPECT_EQ(Between(before, after),
            (Lines{"D lib/b", "A src/x/z", "D z", "A z/q"}));
  EXPECT_EQ(Between(after, before),
            (Lines{"A lib/b", "D src/x/z", "A z", "D z/q"}));
}

TEST_F(ChangedPathsTest, LooksIntoFoldersOfOddModes) {
  const std::string folder = TreeOfFiles({"a", "b/c"});
  const std::string odd = OddTree("40755", "lib", folder);
  const std::string plain = Tree("040000 tree " + folder + "\tlib\n");
  EXPECT_EQ(Between(Tree(""), odd), (Lines{"A lib/a", "A lib/b/c"}));
  EXPECT_EQ(Between(odd, OddTree("40755", "lib", TreeOfFiles({"a"}))),
            Lines{"D lib/b/c"});
  EXPECT_EQ(Between(odd, plain), Lines{});
}

TEST_F(ChangedPathsTest, ComparesModesAsGitDoes) {
  const std::string one = Blob("one");
  const std::string plain = Tree("100644 blob " + one + "\ta\n");
  EXPECT_EQ(Between(OddTree("100664", "a", one), plain), Lines{});
  EXPECT_EQ(Between(OddTree("100775", "a", one), plain), Lines{"M a"});
  EXPECT_EQ(Between(OddTree("120755", "a", one), plain), Lines{"M a"});
}

TEST_F(ChangedPathsTest, SortsByTheWholePath) {
  // Git sorts folders as if their names ended with a slash.
  const std::string tree = TreeOfFiles({"a.c", "a/b", "a-b", "a0"});
  EXPECT_EQ(ChangedBy(Commit(tree, kNoParent)),
            (Lines{"A a-b", "A a.c", "A a/b", "A a0"}));
}

TEST_F(ChangedPathsTest, AddsAllWhereThereIsNoParent) {
  EXPECT_EQ(ChangedBy(Commit(TreeOfFiles({"a", "b/c"}), kNoParent)),
            (Lines{"A a", "A b/c"}));
  EXPECT_EQ(ChangedBy(Commit(TreeOfFiles({}), kNoParent)), Lines{});
}

TEST_F(ChangedPathsTest, TakesAnyBytesInNames) {
  EXPECT_EQ(ChangedBy(Commit(TreeOfFiles({"a\nb", "\xff\x1b[31m", "c d"}),
                             kNoParent)),
            (Lines{"A a\nb", "A c d", "A \xff\x1b[31m"}));
}

TEST_F(ChangedPathsTest, ReadsNoFolderThatIsTheSame) {
  const std::string gone(40, '1');
  const std::string one = Blob("one");
  const std::string same = "040000 tree " + gone + "\tsame\n";
  EXPECT_EQ(Between(Tree(same), Tree(same + "100644 blob " + one + "\ta\n")),
            Lines{"A a"});
  EXPECT_EQ(Between(Tree("100644 blob " + gone + "\ta\n"), Tree("")),
            Lines{"D a"});
}

TEST_F(ChangedPathsTest, DoesNotGuessWhatIsMissing) {
  const std::string gone(40, '1');
  const std::string commit =
      Commit(Tree("040000 tree " + gone + "\tx\n"), kNoParent);
  EXPECT_TRUE(ErrorOf(commit).starts_with("finding what commit " + commit +
                                          " changes: reading tree " + gone))
      << ErrorOf(commit);
  EXPECT_NE(ErrorOf(Commit(gone, kNoParent)), "no error");
  EXPECT_NE(ErrorOf(Commit(Tree(""), gone)), "no error");
  EXPECT_NE(ErrorOf(gone), "no error");
  EXPECT_NE(ErrorOf(Blob("one")), "no error");
  EXPECT_NE(ErrorOf(Commit(Blob("one"), kNoParent)), "no error");
}

TEST_F(ChangedPathsTest, SaysWhichTreeIsMalformed) {
  const std::string good = Tree("100644 blob " + Blob("one") + "\ta\n");
  const std::string bad = OddTree("1006x4", "a", Blob("one"));
  const std::string why = "reading tree " + bad + ": ";
  EXPECT_NE(ErrorOf(Commit(bad, kNoParent)).find(why), std::string::npos);
  for (const auto& [before, after] : {std::pair(good, bad), {bad, good}}) {
    const std::string error = ErrorOf(Commit(after, Commit(before, kNoParent)));
    EXPECT_NE(error.find(why), std::string::npos) << error;
  }
}

/// Thirty trees that stand for a billion files, or for no file at all.
TEST_F(ChangedPathsTest, EndsWhereFewTreesMakeManyPaths) {
  for (const std::string& leaf :
       {Tree(""), Tree("100644 blob " + Blob("one") + "\ta\n")}) {
    std::string tree = leaf;
    for (int depth = 0; depth < 30; ++depth)
      tree =
          Tree(fmt::format("040000 tree {0}\ta\n040000 tree {0}\tb\n", tree));
    const std::string commit = Commit(tree, kNoParent);
    EXPECT_EQ(ErrorOf(commit), "finding what commit " + commit +
                                   " changes: there are too many paths");
  }
}

TEST_F(ChangedPathsTest, TakesManyFilesAtOnce) {
  std::string lines;
  const std::string one = Blob("one");
  for (int i = 0; i < 50'000; ++i)
    lines += fmt::format("100644 blob {}\tfile{:06}\n", one, i);
  EXPECT_EQ(Between(Tree(lines), Tree("")).size(), 50'000u);
}

}  // namespace
}  // namespace commitgate::testing
