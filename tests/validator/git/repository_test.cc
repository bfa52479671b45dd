// SPDX-License-Identifier: MIT
#include "validator/git/repository.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "tests/validator/git/history.h"
#include "tests/validator/git/known_leak.h"
#include "validator/error.h"
#include "validator/git/difference.h"

namespace commitgate::testing {
namespace {

/// The error that `function` throws, or what it did instead.
template <typename Function>
std::string ErrorOf(Function function) {
  try {
    function();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

std::string OpeningError(const std::string& start,
                         const std::string& git_dir = "") {
  return ErrorOf([&] { Repository::Open(start, git_dir); });
}

std::string ResolvingError(const Repository& repository,
                           const std::string& revision) {
  return ErrorOf([&] { repository.ResolveCommit(revision); });
}

TEST(ObjectId, ReadsAndWritesHex) {
  const std::string hex = "0123456789abcdef0123456789abcdeffedcba98";
  EXPECT_EQ(ObjectId::FromHex(hex).value().Hex(), hex);
  EXPECT_EQ(ObjectId::FromHex("0123456789ABCDEF0123456789ABCDEFFEDCBA98")
                .value()
                .Hex(),
            hex);
}

TEST(ObjectId, IsFortyHexDigits) {
  const std::string kRefused[] = {
      "",
      "0123",
      std::string(39, 'a'),
      std::string(41, 'a'),
      std::string(64, 'a'),
      std::string(39, 'a') + "g",
      " " + std::string(39, 'a'),
      std::string(40, '\0'),
      std::string(38, 'a') + "\xc3\xa9",
  };
  for (const std::string& hex : kRefused)
    EXPECT_FALSE(ObjectId::FromHex(hex)) << hex;
}

TEST(Repository, IsFoundFromWhereAPersonStands) {
  const History history({{"a", 1}});
  const std::string top = history.path();
  std::filesystem::create_directories(top + "/sub/folder");
  history.Git({"worktree", "add", "-q", top + "/linked", "a"});
  const struct {
    const char* what;
    std::string start;
    std::string git_dir;
    std::optional<std::string> work_tree;
  } kCases[] = {
      {"top", top, "", top + "/"},
      {"folder", top + "/sub/folder", "", top + "/"},
      {"git folder", top + "/.git", "", top + "/"},
      {"linked work tree", top + "/linked", "", top + "/linked/"},
      {"git_dir", "/", top + "/.git", top + "/"},
      {"relative git_dir", top + "/sub", "../.git", top + "/"},
      {"git_dir of a linked work tree", "/", top + "/.git/worktrees/linked",
       top + "/linked/"},
      {"git file", "/", top + "/linked/.git", top + "/linked/"},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    const Repository repository = Repository::Open(test.start, test.git_dir);
    EXPECT_EQ(repository.WorkTree(), test.work_tree);
    EXPECT_EQ(repository.ResolveCommit("a").Hex(),
              history.Git({"rev-parse", "a"}));
  }
}

TEST(Repository, HasNoWorkTreeWhereBare) {
  const TempDir folder;
  Git(folder.path(), {"init", "-q", "--bare"});
  const Repository repository = Repository::Open(folder.path(), "");
  EXPECT_EQ(repository.WorkTree(), std::nullopt);
}

TEST(Repository, IsMissedByName) {
  const TempDir folder;
  EXPECT_EQ(OpeningError(folder.path()),
            "opening repository '" + folder.path() +
                "': none there, nor in the folders above");
  EXPECT_EQ(OpeningError(folder / "missing"),
            "opening repository '" + folder / "missing" +
                "': none there, nor in the folders above");
  EXPECT_EQ(OpeningError("/", folder.path()),
            "opening repository '" + folder.path() + "': there is none");
}

TEST(Repository, IsNotSearchedForWhereItIsNamed) {
  const History history({{"a", 1}});
  std::filesystem::create_directory(history.path() + "/sub");
  for (const std::string folder : {"", "/sub"})
    EXPECT_EQ(
        OpeningError("/", history.path() + folder),
        "opening repository '" + history.path() + folder + "': there is none");
}

TEST(Repository, IsRefusedInAFormatThatLibgit2DoesNotKnow) {
  const KnownLeak in_libgit2;
  const char* const kExtensions[] = {
      "objectFormat=sha256", "refStorage=reftable",  "partialClone=origin",
      "worktreeConfig=true", "preciousObjects=true", "unheardOf=true",
  };
  for (const std::string extension : kExtensions) {
    SCOPED_TRACE(extension);
    const TempDir folder;
    Git(folder.path(), {"init", "-q"});
    std::ofstream(folder / ".git/config", std::ios::app)
        << "[core]\nrepositoryformatversion = 1\n[extensions]\n"
        << extension << "\n";
    const std::string error = OpeningError(folder.path());
    EXPECT_TRUE(error.starts_with("opening repository '" + folder.path() +
                                  "': unsupported extension name extensions."))
        << error;
  }
}

TEST(Repository, IsRefusedInALaterVersion) {
  const TempDir folder;
  Git(folder.path(), {"init", "-q"});
  Git(folder.path(), {"config", "core.repositoryFormatVersion", "9"});
  EXPECT_TRUE(OpeningError(folder.path())
                  .starts_with("opening repository '" + folder.path() +
                               "': unsupported repository version 9"))
      << OpeningError(folder.path());
}

TEST(Repository, IsFoundForAHookOnlyWhereGitSays) {
  const History history({{"a", 1}});
  const std::string git_dir = history.path() + "/.git";
  EXPECT_EQ(Repository::OpenForHook(git_dir, {}).GitDir(), git_dir + "/");
  EXPECT_EQ(Repository::OpenForHook(git_dir + "/", {}).GitDir(), git_dir + "/");
  for (const std::string& path : {history.path(), git_dir + "/objects",
                                  std::string("/nonexistent"), std::string("")})
    EXPECT_EQ(ErrorOf([&] { Repository::OpenForHook(path, {}); }),
              "opening repository '" + path + "': there is none");
}

TEST(Repository, IsRefusedToAHookInAFormatThatIsUnknown) {
  const KnownLeak in_libgit2;
  const TempDir folder;
  Git(folder.path(), {"init", "-q", "--bare"});
  Git(folder.path(), {"config", "core.repositoryFormatVersion", "1"});
  Git(folder.path(), {"config", "extensions.refStorage", "reftable"});
  EXPECT_EQ(ErrorOf([&] { Repository::OpenForHook(folder.path(), {}); }),
            "opening repository '" + folder.path() +
                "': unsupported extension name extensions.refstorage");
}

TEST(Repository, HasTheObjectsOfAQuarantineAndItsOwn) {
  const History history({{"a", 1}});
  const std::string git_dir = history.path() + "/.git";
  const std::string objects = git_dir + "/objects";
  const std::string quarantine = git_dir + "/objects/tmp_objdir-incoming-x";
  std::filesystem::create_directory(quarantine);
  const ObjectId first = history.CommitInto(quarantine, "a");
  const ObjectId second = history.CommitInto(quarantine, first.Hex());
  const Quarantine kQuarantines[] = {
      {quarantine, objects},
      {"objects/tmp_objdir-incoming-x", "objects"},
      {quarantine, ""},
  };
  for (const Quarantine& waiting : kQuarantines) {
    const Repository repository = Repository::OpenForHook(git_dir, waiting);
    EXPECT_EQ(Difference(repository, second, {history.Id("a")}),
              (std::vector{first, second}));
    EXPECT_EQ(repository.MergeBases(second, history.Id("a")),
              std::vector{history.Id("a")});
    EXPECT_EQ(repository.ResolveCommit(second.Hex() + "~2"), history.Id("a"));
  }
  const Repository without = Repository::OpenForHook(git_dir, {});
  EXPECT_EQ(ErrorOf([&] { without.ReadCommit(second); }),
            "reading commit " + second.Hex() + ": there is no such object");
}

TEST(Repository, ResolvesWhatGitResolves) {
  const KnownLeak in_libgit2;
  const History history({{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}});
  history.Git({"update-ref", "refs/heads/main", "c"});
  history.Git({"update-ref", "refs/remotes/origin/side", "b"});
  history.Git({"tag", "-a", "-m", "one", "v1", "b"});
  history.Git({"tag", "-a", "-m", "two", "v2", "v1"});
  const std::string id = history.Git({"rev-parse", "b"});
  const Repository repository = Repository::Open(history.path(), "");
  const std::string kRevisions[] = {
      "HEAD",
      "@",
      "main",
      "refs/heads/main",
      "heads/main",
      "HEAD~2",
      "HEAD^",
      "main^1~1",
      "v1",
      "v2",
      "v2^{}",
      "v1^{commit}",
      "v2~1",
      "tags/v2",
      "origin/side",
      id,
      id + "^0",
      id.substr(0, 12),
      ":/b",
      "HEAD^{/b}",
      history.Git({"rev-parse", "v2"}),
  };
  for (const std::string& revision : kRevisions)
    EXPECT_EQ(repository.ResolveCommit(revision).Hex(),
              history.Git({"rev-list", "--no-walk", revision}))
        << revision;
}

TEST(Repository, SaysWhyARevisionIsNoCommit) {
  const TempDir folder;
  folder.Write("README.md", "text");
  folder.Write("lib/a.js", "");
  Git(folder.path(), {"init", "-q"});
  Git(folder.path(), {"add", "."});
  Git(folder.path(), {"commit", "-q", "-m", "first"});
  const std::string blob = Git(folder.path(), {"rev-parse", "HEAD:README.md"});
  Git(folder.path(), {"tag", "-a", "-m", "a blob", "text", blob});
  const std::string missing(40, '1');
  const Repository repository = Repository::Open(folder.path(), "");
  const struct {
    std::string revision;
    std::string error;
  } kCases[] = {
      {"HEAD:README.md", "'HEAD:README.md' is a blob, not a commit"},
      {"HEAD:lib", "'HEAD:lib' is a tree, not a commit"},
      {"HEAD^{tree}", "'HEAD^{tree}' is a tree, not a commit"},
      {blob, "'" + blob + "' is a blob, not a commit"},
      {"text", "'text' is a blob, not a commit"},
      {"v9", "unknown revision 'v9'"},
      {"", "unknown revision ''"},
      {"HEAD~5", "unknown revision 'HEAD~5'"},
      {"HEAD:missing", "unknown revision 'HEAD:missing'"},
      {"a..b", "unknown revision 'a..b'"},
      {"--all", "unknown revision '--all'"},
      {missing,
       "unknown revision '" + missing + "': there is no object " + missing},
  };
  for (const auto& test : kCases)
    EXPECT_EQ(ResolvingError(repository, test.revision), test.error);
}

TEST(Repository, SaysThatAnAbbreviationIsAmbiguous) {
  std::vector<Planned> commits;
  for (int i = 0; i < 600; ++i)
    commits.push_back({"c" + std::to_string(i), i});
  const History history(commits);
  std::string previous;
  std::string shared;
  std::istringstream ids(history.Git(
      {"for-each-ref", "--sort=objectname", "--format=%(objectname)"}));
  for (std::string id; std::getline(ids, id); previous = id)
    if (id.substr(0, 4) == previous.substr(0, 4))
      shared = id.substr(0, 4);
  ASSERT_NE(shared, "");
  EXPECT_EQ(ResolvingError(Repository::Open(history.path(), ""), shared),
            "revision '" + shared + "' is ambiguous");
}

TEST(Repository, SurvivesHostileRevisions) {
  const KnownLeak in_libgit2;
  const History history({{"a", 1}});
  history.Git({"update-ref", "refs/heads/main", "a"});
  const Repository repository = Repository::Open(history.path(), "");
  const std::string kRevisions[] = {
      "^",
      "~",
      "HEAD^{",
      "HEAD^{}}",
      "HEAD^{nonsense}",
      "HEAD@{",
      "HEAD@{-1}",
      "@{u}",
      "@{-99999999999}",
      "HEAD~99999999999999999999",
      "HEAD^99999999999999999999",
      ":",
      ":/",
      ":/((((",
      ":/\\",
      "HEAD^{/(}",
      ":0:README",
      "HEAD:../../etc/passwd",
      "../../../../etc/passwd",
      "\xff\xfe",
      "\x1b[31m",
      "v1-3-gzzzz",
      "-g",
      "a b\nc",
      std::string(1'000'000, 'a'),
      std::string(100'000, '/'),
      "HEAD" + std::string(10'000, '^'),
      "HEAD^{" + std::string(100'000, '{'),
      ":/" + std::string(100'000, '('),
  };
  for (const std::string& revision : kRevisions)
    EXPECT_NE(ResolvingError(repository, revision), "no error")
        << revision.substr(0, 40);
}

TEST(Repository, SaysThatABranchHasNoCommitsYet) {
  const History history;
  EXPECT_EQ(ResolvingError(Repository::Open(history.path(), ""), "HEAD"),
            "unknown revision 'HEAD': the branch has no commits yet");
}

TEST(Repository, ResolvesACommitThatLibgit2CannotParse) {
  const History history;
  const std::string id = history.Git(
      {"hash-object", "-t", "commit", "-w", "--stdin", "--literally"},
      "nonsense\n\nmessage\n");
  std::ofstream(history.path() + "/.git/refs/tags/odd") << id << "\n";
  const Repository repository = Repository::Open(history.path(), "");
  EXPECT_EQ(repository.ResolveCommit("odd").Hex(), id);
  EXPECT_EQ(repository.ResolveCommit(id).Hex(), id);
  EXPECT_EQ(View(repository.ReadCommit(repository.ResolveCommit(id))),
            "nonsense\n\nmessage\n");
}

TEST(Repository, ReadsCommitsRaw) {
  const History history;
  using namespace std::string_literals;
  const std::string object =
      "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
      "author A <a@b> 1 +0000\ncommitter C <c@d> 1 +0000\n"
      "encoding latin1\n\ncaf\xe9\0after\n"s;
  const std::string id = history.Git(
      {"hash-object", "-t", "commit", "-w", "--stdin", "--literally"}, object);
  const Repository repository = Repository::Open(history.path(), "");
  EXPECT_EQ(View(repository.ReadCommit(ObjectId::FromHex(id).value())), object);
}

TEST(Repository, SaysWhyACommitCannotBeRead) {
  const History history({{"a", 1}, {"b", 2}});
  const std::string tree = history.Git({"rev-parse", "a^{tree}"});
  const std::string commit = history.Git({"rev-parse", "b"});
  const std::string file = history.ObjectFile("b");
  std::filesystem::remove(file);
  std::ofstream(file) << "nonsense";
  const Repository repository = Repository::Open(history.path(), "");
  const auto reading_error = [&](const std::string& id) {
    return ErrorOf([&] { repository.ReadCommit(*ObjectId::FromHex(id)); });
  };
  EXPECT_EQ(reading_error(tree), "reading commit " + tree + ": it is a tree");
  const std::string missing(40, '1');
  EXPECT_EQ(reading_error(missing),
            "reading commit " + missing + ": there is no such object");
  EXPECT_TRUE(
      reading_error(commit).starts_with("reading commit " + commit + ": "));
}

/// Makes the index of the only pack name places 128 MiB into it.
void SendBehindThePack(const std::string& repository) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::path(repository) / ".git/objects/pack";
  for (const auto& file : fs::directory_iterator(folder)) {
    if (file.path().extension() != ".idx")
      continue;
    fs::permissions(file.path(), fs::perms::owner_write, fs::perm_options::add);
    std::fstream index(file.path(),
                       std::ios::in | std::ios::out | std::ios::binary);
    constexpr int kHeader = 8 + 256 * 4;
    constexpr int kIdAndChecksum = 20 + 4;
    index.seekg(kHeader - 1);
    const int count = index.get();
    for (int i = 0; i < count; ++i) {
      index.seekp(kHeader + count * kIdAndChecksum + i * 4);
      index.put('\x08');
    }
  }
}

TEST(Repository, ReadsNothingBehindTheEndOfAPack) {
  const History history({{"one", 1}});
  history.Git({"repack", "-adq"});
  const ObjectId commit = history.Id("one");
  SendBehindThePack(history.path());
  const Repository repository = Repository::Open(history.path(), "");
  EXPECT_EQ(ErrorOf([&] { repository.ReadCommit(commit); }),
            "reading commit " + commit.Hex() +
                ": its pack ends before the place that the index says");
  EXPECT_EQ(ErrorOf([&] { repository.Peel(commit); }),
            "reading object " + commit.Hex() +
                ": its pack ends before the place that the index says");
}

TEST(Repository, FindsMergeBases) {
  const History history({{"a", 1},
                         {"b", 2, {"a"}},
                         {"c", 3, {"a"}},
                         {"d", 4, {"b", "c"}},
                         {"e", 5, {"c", "b"}},
                         {"other", 6}});
  const Repository repository = Repository::Open(history.path(), "");
  const struct {
    const char* what;
    const char* a;
    const char* b;
    Names bases;
  } kCases[] = {
      {"fork", "b", "c", {"a"}},       {"ancestor", "d", "b", {"b"}},
      {"itself", "d", "d", {"d"}},     {"criss-cross", "d", "e", {"b", "c"}},
      {"unrelated", "d", "other", {}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    std::vector<ObjectId> expected;
    for (const std::string& name : test.bases)
      expected.push_back(repository.ResolveCommit(name));
    std::ranges::sort(expected);
    std::vector<ObjectId> bases = repository.MergeBases(
        repository.ResolveCommit(test.a), repository.ResolveCommit(test.b));
    std::ranges::sort(bases);
    EXPECT_EQ(bases, expected);
  }
}

TEST(Repository, ReadsFilesOfRevisions) {
  const TempDir folder;
  folder.Write("policy/gate.toml", "extends = 'nodejs'\n");
  Git(folder.path(), {"init", "-q"});
  Git(folder.path(), {"add", "."});
  Git(folder.path(), {"commit", "-q", "-m", "first"});
  const Repository repository = Repository::Open(folder.path(), "");
  EXPECT_EQ(repository.ReadFile("HEAD:policy/gate.toml"),
            "extends = 'nodejs'\n");
  const struct {
    const char* name;
    const char* error;
  } kRefused[] = {
      {"HEAD:policy", "reading file 'HEAD:policy': it is a tree"},
      {"HEAD", "reading file 'HEAD': it is a commit"},
      {"HEAD:missing", "unknown revision 'HEAD:missing'"},
      {"gone:policy/gate.toml", "unknown revision 'gone:policy/gate.toml'"},
  };
  for (const auto& test : kRefused)
    EXPECT_EQ(ErrorOf([&] { repository.ReadFile(test.name); }), test.error);
}

TEST(Repository, KnowsWhereAShallowCloneEnds) {
  const History history({{"a", 1}, {"b", 2, {"a"}}, {"c", 3, {"b"}}});
  history.Git({"update-ref", "refs/heads/main", "c"});
  const TempDir clone;
  history.Git({"clone", "-q", "--depth=2", "--branch=main",
               "file://" + history.path(), clone.path()});
  Git(clone.path(), {"worktree", "add", "-q", clone / "linked"});
  for (const std::string& path : {clone.path(), clone / "linked"}) {
    SCOPED_TRACE(path);
    const Repository repository = Repository::Open(path, "");
    EXPECT_FALSE(
        repository.IsShallowBoundary(repository.ResolveCommit("HEAD")));
    EXPECT_TRUE(
        repository.IsShallowBoundary(repository.ResolveCommit("HEAD~1")));
    EXPECT_TRUE(repository.IsShallow());
  }
  const Repository whole = Repository::Open(history.path(), "");
  EXPECT_FALSE(whole.IsShallowBoundary(whole.ResolveCommit("b")));
  EXPECT_FALSE(whole.IsShallow());
}

}  // namespace
}  // namespace commitgate::testing
