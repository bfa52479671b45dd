// SPDX-License-Identifier: MIT
#include "validator/git/ref_store.h"

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <sstream>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"
#include "validator/git/repository.h"

namespace commitgate::testing {
namespace {

namespace fs = std::filesystem;

/// A repository with three commits that nothing points to yet.
class RefStoreTest : public ::testing::Test {
 protected:
  void SetUp() override {
    Git(folder_.path(), {"init", "-q", "--bare", "r.git"});
    const std::string tree =
        Run({"hash-object", "-t", "tree", "-w", "--stdin"});
    for (std::string* commit : {&a_, &b_, &c_})
      *commit = Run({"commit-tree", "-m", fmt::format("{}", number_++), tree});
  }

  std::string git_dir() const { return folder_ / "r.git"; }

  std::string Run(const std::vector<std::string>& arguments) const {
    return Git(git_dir(), arguments);
  }

  /// Writes a file of the repository, as git or somebody else might.
  void Write(const std::string& name, const std::string& content) const {
    folder_.Write("r.git/" + name, content);
  }

  Repository Open() const { return Repository::OpenForHook(git_dir(), {}); }

  std::string Read(const std::string& name) const {
    const auto id = Open().ReadRef(name);
    return id ? id->Hex() : "absent";
  }

  std::string ReadingError(const std::string& name) const {
    try {
      return Read(name);
    } catch (const Error& error) {
      return error.what();
    }
  }

  /// As lines, to be compared with those of git.
  static std::string List(const Repository& repository) {
    std::string lines;
    for (const Ref& ref : repository.ReadRefs())
      lines += ref.target.Hex() + " " + ref.name + "\n";
    return lines;
  }

  std::string ListOfGit() const {
    const std::string lines =
        Run({"for-each-ref",
             "--format=%(if)%(symref)%(then)%(else)%(objectname) "
             "%(refname)%(end)"});
    std::istringstream stream(lines);
    std::string kept;
    for (std::string line; std::getline(stream, line);)
      if (!line.empty())
        kept += line + "\n";
    return kept;
  }

  TempDir folder_;
  std::string a_, b_, c_;
  int number_ = 0;
};

TEST_F(RefStoreTest, ReadsLooseAndPackedRefs) {
  Run({"update-ref", "refs/heads/main", a_});
  Run({"update-ref", "refs/tags/v1", b_});
  EXPECT_EQ(Read("refs/heads/main"), a_);
  Run({"pack-refs", "--all"});
  EXPECT_EQ(Read("refs/heads/main"), a_);
  EXPECT_EQ(Read("refs/tags/v1"), b_);
  Run({"update-ref", "refs/heads/main", c_});
  EXPECT_EQ(Read("refs/heads/main"), c_);
  Run({"update-ref", "-d", "refs/heads/main"});
  EXPECT_EQ(Read("refs/heads/main"), "absent");
}

TEST_F(RefStoreTest, ReadsAnewEachTime) {
  const Repository repository = Open();
  const auto id = [](const std::string& hex) { return ObjectId::FromHex(hex); };
  EXPECT_EQ(repository.ReadRef("refs/heads/main"), std::nullopt);
  for (const std::string& commit : {a_, b_, c_, a_, b_}) {
    Run({"update-ref", "refs/heads/main", commit});
    EXPECT_EQ(repository.ReadRef("refs/heads/main"), id(commit));
    EXPECT_EQ(List(repository), ListOfGit());
    Run({"pack-refs", "--all"});
    EXPECT_EQ(repository.ReadRef("refs/heads/main"), id(commit));
    EXPECT_EQ(List(repository), ListOfGit());
  }
  Run({"update-ref", "-d", "refs/heads/main"});
  EXPECT_EQ(repository.ReadRef("refs/heads/main"), std::nullopt);
  EXPECT_EQ(List(repository), "");
}

/// With the same time, size and inode, as files can have that are replaced
/// twice within a tick.
TEST_F(RefStoreTest, DoesNotTrustAFileThatLooksTheSame) {
  const std::string name = "packed-refs";
  Write(name, a_ + " refs/heads/main\n");
  const auto time = fs::last_write_time(fs::path(git_dir()) / name);
  const Repository repository = Open();
  EXPECT_EQ(repository.ReadRef("refs/heads/main"), ObjectId::FromHex(a_));
  Write(name, b_ + " refs/heads/main\n");
  fs::last_write_time(fs::path(git_dir()) / name, time);
  EXPECT_EQ(repository.ReadRef("refs/heads/main"), ObjectId::FromHex(b_));
  EXPECT_EQ(List(repository), b_ + " refs/heads/main\n");
}

TEST_F(RefStoreTest, ListsWhatGitLists) {
  for (const char* name :
       {"refs/heads/main", "refs/heads/a/b", "refs/heads/a-b", "refs/heads/a.b",
        "refs/tags/v1", "refs/notes/commits", "refs/odd", "refs/heads/\xc3\xa9",
        "refs/commitgate/kept/7"})
    Run({"update-ref", name, a_});
  EXPECT_EQ(List(Open()), ListOfGit());
  Run({"pack-refs", "--all"});
  EXPECT_EQ(List(Open()), ListOfGit());
  Run({"update-ref", "refs/heads/a/b", b_});
  Run({"update-ref", "refs/heads/new", c_});
  Run({"update-ref", "-d", "refs/odd"});
  Run({"symbolic-ref", "refs/heads/alias", "refs/heads/main"});
  Run({"symbolic-ref", "refs/heads/dangling", "refs/heads/none"});
  Run({"symbolic-ref", "refs/tags/v1", "refs/heads/main"});
  EXPECT_EQ(List(Open()), ListOfGit());
  EXPECT_EQ(List(Open()).find("v1"), std::string::npos);
}

TEST_F(RefStoreTest, PassesOverFilesThatAreNoRefs) {
  Run({"update-ref", "refs/heads/main", a_});
  Write("refs/heads/main.lock", b_ + "\n");
  Write("refs/heads/.hidden", "nonsense");
  Write("refs/heads/a b", "nonsense");
  Write("refs/heads/.folder/x", "nonsense");
  fs::create_directories(git_dir() + "/refs/heads/empty/folder");
  EXPECT_EQ(List(Open()), a_ + " refs/heads/main\n");
}

TEST_F(RefStoreTest, PassesOverPackedNamesThatGitDoesNotTake) {
  Write("packed-refs", a_ + " HEAD\n" + a_ + " refs/heads/a..b\n" + a_ +
                           " refs/heads/main\n" + a_ +
                           " refs/heads/\x1b[31m\n");
  EXPECT_EQ(List(Open()), a_ + " refs/heads/main\n");
  EXPECT_EQ(Read("refs/heads/a..b"), "absent");
}

TEST_F(RefStoreTest, FollowsSymbolicRefs) {
  Run({"update-ref", "refs/heads/main", a_});
  Run({"symbolic-ref", "refs/heads/alias", "refs/heads/main"});
  Run({"symbolic-ref", "refs/heads/again", "refs/heads/alias"});
  Run({"symbolic-ref", "refs/heads/dangling", "refs/heads/none"});
  fs::create_symlink("refs/heads/main", git_dir() + "/refs/heads/link");
  Write("refs/heads/spaced", "ref: \t refs/heads/main \n\n");
  const struct {
    const char* name;
    const char* end;
    std::string value;
  } kCases[] = {
      {"refs/heads/main", "refs/heads/main", a_},
      {"refs/heads/alias", "refs/heads/main", a_},
      {"refs/heads/again", "refs/heads/main", a_},
      {"refs/heads/spaced", "refs/heads/main", a_},
      {"refs/heads/link", "refs/heads/main", a_},
      {"HEAD", "refs/heads/main", a_},
      {"refs/heads/dangling", "refs/heads/none", "absent"},
      {"refs/heads/none", "refs/heads/none", "absent"},
      {"", "", "absent"},
      {"not a name", "not a name", "absent"},
  };
  for (const bool packed : {false, true}) {
    if (packed)
      Run({"pack-refs", "--all"});
    for (const auto& test : kCases) {
      SCOPED_TRACE(test.name);
      EXPECT_EQ(Read(test.name), test.value);
      EXPECT_EQ(Open().FollowSymbolic(test.name), test.end);
    }
  }
}

TEST_F(RefStoreTest, FollowsSymbolicRefsAsFarAsGit) {
  Run({"update-ref", "refs/heads/0", a_});
  for (int i = 1; i <= 6; ++i)
    Run({"symbolic-ref", fmt::format("refs/heads/{}", i),
         fmt::format("refs/heads/{}", i - 1)});
  EXPECT_EQ(Read("refs/heads/4"), a_);
  EXPECT_EQ(ReadingError("refs/heads/5"),
            "reading ref 'refs/heads/5': it is symbolic too many times");
  Write("refs/heads/loop", "ref: refs/heads/loop\n");
  EXPECT_EQ(ReadingError("refs/heads/loop"),
            "reading ref 'refs/heads/loop': it is symbolic too many times");
}

TEST_F(RefStoreTest, DoesNotTakeABrokenRefForAbsent) {
  const std::string file = git_dir() + "/refs/heads/x";
  const std::string kBroken = "reading ref '" + file +
                              "': the file is broken: it holds neither an "
                              "object id nor 'ref: '";
  const struct {
    const char* what;
    std::string content;
    std::string error;
  } kCases[] = {
      {"empty", "", kBroken},
      {"a line feed", "\n", kBroken},
      {"cut off", a_.substr(0, 39), kBroken},
      {"too long", a_ + "0\n", kBroken},
      {"zeros", std::string(41, '\0'), kBroken},
      {"no digits", std::string(40, 'g') + "\n", kBroken},
      {"a blank first", " " + a_ + "\n", kBroken},
      {"symbolic, without a name", "ref: \n",
       "reading ref 'refs/heads/x': it is symbolic, but '' is no name of a "
       "ref"},
      {"out of the repository", "ref: refs/../../../etc/passwd\n",
       "reading ref 'refs/heads/x': it is symbolic, but "
       "'refs/../../../etc/passwd' is no name of a ref"},
      {"an escape", "ref: \x1b[31m\n",
       "reading ref 'refs/heads/x': it is symbolic, but '\\x1b[31m' is no name "
       "of a ref"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    Write("refs/heads/x", test.content);
    Write("packed-refs", a_ + " refs/heads/x\n");
    EXPECT_EQ(ReadingError("refs/heads/x"), test.error);
  }
  Write("refs/heads/x", "");
  EXPECT_THROW(Open().ReadRefs(), Error);
  fs::remove(file);
  mkfifo(file.c_str(), 0600);
  EXPECT_EQ(ReadingError("refs/heads/x"),
            "reading ref '" + file + "': it is no file");
}

TEST_F(RefStoreTest, TakesWhatGitTakes) {
  for (const std::string& content :
       {a_, a_ + "\n", a_ + " more", a_ + "\tbranch 'x' of y\n", a_ + "\r\n"}) {
    SCOPED_TRACE(content);
    Write("refs/heads/x", content);
    EXPECT_EQ(Read("refs/heads/x"), a_);
    EXPECT_EQ(Run({"rev-parse", "refs/heads/x"}), a_);
  }
}

TEST_F(RefStoreTest, SaysThatPackedRefsAreBroken) {
  Run({"update-ref", "refs/heads/loose", a_});
  Write("packed-refs", "nonsense\n");
  EXPECT_EQ(Read("refs/heads/loose"), a_);
  EXPECT_EQ(ReadingError("refs/heads/x"),
            "reading packed-refs: a line is malformed");
  EXPECT_THROW(Open().ReadRefs(), Error);
  fs::remove(git_dir() + "/packed-refs");
  fs::create_directory(git_dir() + "/packed-refs");
  EXPECT_EQ(ReadingError("refs/heads/x"),
            "reading '" + git_dir() + "/packed-refs': it is no file");
}

TEST_F(RefStoreTest, TellsAFolderFromARef) {
  Run({"update-ref", "refs/heads/a/b", a_});
  EXPECT_EQ(Read("refs/heads/a"), "absent");
  EXPECT_EQ(Read("refs/heads/a/b/c"), "absent");
  EXPECT_EQ(Read("refs/heads"), "absent");
  Run({"pack-refs", "--all"});
  EXPECT_EQ(Read("refs/heads/a"), "absent");
  EXPECT_EQ(Read("refs/heads/a/b/c"), "absent");
  Run({"update-ref", "-d", "refs/heads/a/b"});
  Run({"update-ref", "refs/heads/a", b_});
  Run({"pack-refs", "--all"});
  // As it stays behind.
  fs::create_directories(git_dir() + "/refs/heads/a");
  EXPECT_EQ(Read("refs/heads/a"), b_);
  EXPECT_EQ(List(Open()), b_ + " refs/heads/a\n");
}

TEST_F(RefStoreTest, ReadsNothingElse) {
  Run({"update-ref", "refs/heads/main", a_});
  Write("secret", a_ + "\n");
  for (const char* name :
       {"config", "secret", "refs/heads/../../secret", "refs/../secret",
        "/etc/passwd", "main", "heads/main", "refs/heads/main/",
        "refs//heads/main", "refs/heads/main\n"})
    EXPECT_EQ(Read(name), "absent") << name;
  EXPECT_EQ(Read("refs/heads/" + std::string(100'000, 'a')), "absent");
  std::string deep = "refs";
  for (int i = 0; i < 3000; ++i)
    deep += "/a";
  EXPECT_EQ(Read(deep), "absent");
}

TEST_F(RefStoreTest, SharesTheRefsOfLinkedWorkTrees) {
  Run({"update-ref", "refs/heads/main", a_});
  Run({"update-ref", "refs/heads/side", b_});
  Run({"worktree", "add", "-q", folder_ / "linked", "side"});
  Git(folder_ / "linked", {"update-ref", "refs/bisect/bad", c_});
  const Repository linked = Repository::Open(folder_ / "linked", "");
  EXPECT_EQ(linked.GitDir(), git_dir() + "/");
  EXPECT_EQ(linked.ReadRef("refs/heads/main"), ObjectId::FromHex(a_));
  EXPECT_EQ(linked.ReadRef("HEAD"), ObjectId::FromHex(b_));
  EXPECT_EQ(linked.ReadRef("refs/bisect/bad"), ObjectId::FromHex(c_));
  EXPECT_EQ(Read("refs/bisect/bad"), "absent");
}

}  // namespace
}  // namespace commitgate::testing
