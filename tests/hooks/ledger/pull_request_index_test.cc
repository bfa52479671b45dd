// SPDX-License-Identifier: MIT
#include "hooks/ledger/pull_request_index.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <thread>

#include "hooks/ledger/database_file.h"
#include "tests/hooks/ledger/as_nobody.h"
#include "tests/hooks/ledger/given_rows.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;
using testing::Commit;
using testing::Refusal;

using Urls = std::vector<std::string>;
using Found = std::set<std::string>;

const std::string kMain = "refs/heads/main";

class PullRequestIndexTest : public ::testing::Test {
 protected:
  PullRequestIndex Open() { return PullRequestIndex::OpenToWrite(path_, 0); }

  /// What another process is told of a branch: its tip, `:` and the URLs.
  std::string Told(const Urls& urls, const std::string& branch = kMain) {
    const auto answer = PullRequestIndex::OpenToRead(path_).Ask(branch, urls);
    if (!answer)
      return "nothing";
    std::string told = answer->tip == Commit("a")   ? "a:"
                       : answer->tip == Commit("b") ? "b:"
                                                    : "?:";
    for (const std::string& url : answer->urls)
      told += ' ' + url;
    return told;
  }

  std::string RefusalToRead() {
    return Refusal([&] { Told({}); });
  }

  /// All is in the file itself, and nobody has it open.
  void Tidy() {
    Connection connection(path_,
                          OpenDatabaseFile(path_, Ledger::Access::kWrite, 0));
    connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  void Overwrite(std::string_view bytes) {
    fs::remove(path_ + "-wal");
    fs::remove(path_ + "-shm");
    folder_.Write("x/index", bytes);
  }

  testing::TempDir folder_;
  std::string path_ = folder_ / "x/index";
};

TEST_F(PullRequestIndexTest, TellsWhatWasWrittenDown) {
  Open().Replace(kMain, *Commit("a"), {"1", "2", "2"});
  EXPECT_EQ(Told({"2", "3", "1"}), "a: 1 2");
  EXPECT_EQ(Told({}), "a:");
  EXPECT_EQ(Open().Ask(kMain, {"1"}),
            (PullRequestIndex::Answer{*Commit("a"), {"1"}}));
}

TEST_F(PullRequestIndexTest, KnowsNothingOfOtherBranches) {
  Open().Replace(kMain, *Commit("a"), {"1"});
  EXPECT_EQ(Told({"1"}, "refs/heads/mai"), "nothing");
  EXPECT_EQ(Told({"1"}, "refs/heads/MAIN"), "nothing");
  Open().Replace("refs/heads/other", *Commit("b"), {"2"});
  EXPECT_EQ(Told({"1", "2"}), "a: 1");
  EXPECT_EQ(Told({"1", "2"}, "refs/heads/other"), "b: 2");
}

TEST_F(PullRequestIndexTest, GoesOn) {
  Open().Replace(kMain, *Commit("a"), {"1"});
  Open().Advance(kMain, *Commit("a"), *Commit("b"), {"1", "2"});
  EXPECT_EQ(Told({"1", "2", "3"}), "b: 1 2");
}

TEST_F(PullRequestIndexTest, GoesOnOnlyFromWhereItIs) {
  PullRequestIndex index = Open();
  index.Advance(kMain, *Commit("a"), *Commit("b"), {"1"});
  EXPECT_EQ(Told({"1"}), "nothing");
  index.Replace(kMain, *Commit("a"), {"1"});
  index.Advance(kMain, *Commit("b"), *Commit("a"), {"2"});
  index.Advance("refs/heads/other", *Commit("a"), *Commit("b"), {"2"});
  EXPECT_EQ(Told({"1", "2"}), "a: 1");
}

TEST_F(PullRequestIndexTest, ForgetsWhatIsReplaced) {
  Open().Replace(kMain, *Commit("a"), {"1", "2"});
  Open().Replace("refs/heads/other", *Commit("a"), {"1", "2"});
  Open().Replace(kMain, *Commit("b"), {"2", "3"});
  EXPECT_EQ(Told({"1", "2", "3"}), "b: 2 3");
  EXPECT_EQ(Told({"1", "2", "3"}, "refs/heads/other"), "a: 1 2");
}

TEST_F(PullRequestIndexTest, TakesAnyBytes) {
  const std::string hostile("'); --\0\xff\n", 9);
  Open().Replace(hostile, *Commit("a"), {hostile, ""});
  EXPECT_EQ(Told({hostile.substr(0, 7)}, hostile), "a:");
  EXPECT_EQ(Told({hostile}, hostile), "a: " + hostile);
  EXPECT_EQ(Told({hostile}, hostile.substr(0, 6)), "nothing");
}

TEST_F(PullRequestIndexTest, IsReadWhileItIsWritten) {
  Open().Replace(kMain, *Commit("a"), {"1"});
  PullRequestIndex reader = PullRequestIndex::OpenToRead(path_);
  Connection writer(path_, OpenDatabaseFile(path_, Ledger::Access::kWrite, 0));
  writer.Execute("BEGIN IMMEDIATE; DELETE FROM pull_request");
  writer.Execute("UPDATE branch SET tip = 'half'");
  EXPECT_EQ(reader.Ask(kMain, {"1"}),
            (PullRequestIndex::Answer{*Commit("a"), {"1"}}));
}

TEST_F(PullRequestIndexTest, IsWrittenByOneAtATime) {
  PullRequestIndex index = Open();
  Connection other(path_, OpenDatabaseFile(path_, Ledger::Access::kWrite, 0));
  other.Execute("BEGIN IMMEDIATE");
  EXPECT_NE(Refusal([&] { index.Replace(kMain, *Commit("a"), {}); }), "none");
  other.Execute("ROLLBACK");
  index.Replace(kMain, *Commit("a"), {});
  EXPECT_EQ(Told({}), "a:");
}

TEST_F(PullRequestIndexTest, IsMadeBySeveralAtOnce) {
  std::vector<std::jthread> hooks;
  for (int i = 0; i < 8; ++i)
    hooks.emplace_back([&] {
      // Whoever comes too late leaves it to the others.
      Refusal([&] { Open().Replace(kMain, *Commit("a"), {"1", "2"}); });
    });
  hooks.clear();
  const std::string told = Told({"1", "2"});
  EXPECT_TRUE(told == "a: 1 2" || told == "nothing") << told;
}

TEST_F(PullRequestIndexTest, IsMissedOnlyByReaders) {
  EXPECT_NE(RefusalToRead(), "none");
  EXPECT_FALSE(fs::exists(path_));
  Open();
  EXPECT_EQ(Told({"1"}), "nothing");
}

TEST_F(PullRequestIndexTest, BeginsAnewWhereItIsDamaged) {
  Urls many;
  for (int i = 0; i < 1000; ++i)
    many.push_back("https://example.com/pull/" + std::to_string(i));
  Open().Replace(kMain, *Commit("a"), many);
  Tidy();
  const std::string whole = testing::ReadFile(path_);
  ASSERT_GT(whole.size(), 20'000u);
  std::string zeros = whole;
  zeros.replace(8192, 8192, 8192, '\0');
  std::string header = whole;
  header.replace(0, 100, 100, 'x');
  const struct {
    const char* what;
    std::string bytes;
  } kCases[] = {
      {"half of it", whole.substr(0, whole.size() / 2)},
      {"half of a page", whole.substr(0, 2000)},
      {"an odd size", whole.substr(0, whole.size() - 1)},
      {"empty", ""},
      {"no database", "hello\n"},
      {"another header", header},
      {"zeros inside", zeros},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    Overwrite(test.bytes);
    Open();
    EXPECT_EQ(Told(many), "nothing");
    Open().Replace(kMain, *Commit("b"), {"1"});
    EXPECT_EQ(Told({"1", many.front()}), "b: 1");
  }
}

TEST_F(PullRequestIndexTest, BeginsAnewWhereItIsOfAnotherVersion) {
  for (const char* change :
       {"PRAGMA user_version = 2", "PRAGMA user_version = 0",
        "PRAGMA application_id = 1667722341"}) {
    SCOPED_TRACE(change);
    Open().Replace(kMain, *Commit("a"), {"1"});
    Connection(path_, OpenDatabaseFile(path_, Ledger::Access::kWrite, 0))
        .Execute(change);
    EXPECT_EQ(RefusalToRead(),
              "the ledger '" + path_ + "': it is no index of this version");
    Open();
    EXPECT_EQ(Told({"1"}), "nothing");
  }
}

TEST_F(PullRequestIndexTest, TellsNothingOfATipThatIsNone) {
  Open().Replace(kMain, *Commit("a"), {"1"});
  Connection(path_, OpenDatabaseFile(path_, Ledger::Access::kWrite, 0))
      .Execute("UPDATE branch SET tip = 'main'");
  EXPECT_EQ(Told({"1"}), "nothing");
}

TEST_F(PullRequestIndexTest, LeavesALinkAlone) {
  Open();
  fs::rename(path_, folder_ / "elsewhere");
  fs::create_symlink(folder_ / "elsewhere", path_);
  EXPECT_NE(Refusal([&] { Open(); }), "none");
  EXPECT_NE(RefusalToRead(), "none");
}

TEST_F(PullRequestIndexTest, DoesNotWaitForAPipe) {
  fs::create_directory(folder_ / "x");
  ASSERT_EQ(mkfifo(path_.c_str(), 0600), 0);
  const std::string refusal =
      "the index '" + path_ + "': opening it: it is no regular file";
  EXPECT_EQ(Refusal([&] { Open(); }), refusal);
  EXPECT_EQ(RefusalToRead(), refusal);
  EXPECT_TRUE(fs::is_fifo(path_));
}

TEST_F(PullRequestIndexTest, IsNotWrittenInAFolderOfOthers) {
  Open().Replace(kMain, *Commit("a"), {"1"});
  Tidy();
  fs::permissions(folder_.path(), fs::perms(0755));
  fs::permissions(folder_ / "x", fs::perms(0755));
  const testing::AsNobody nobody;
  EXPECT_NE(Refusal([&] { Open(); }), "none");
}

}  // namespace
}  // namespace commitgate
