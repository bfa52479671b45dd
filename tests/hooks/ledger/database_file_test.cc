// SPDX-License-Identifier: MIT
#include "hooks/ledger/database_file.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <filesystem>
#include <thread>

#include "hooks/ledger/ledger.h"
#include "tests/hooks/ledger/as_nobody.h"
#include "tests/hooks/ledger/given_rows.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

namespace fs = std::filesystem;
using testing::Append;
using testing::AsNobody;
using testing::GivenRow;
using testing::Refusal;
using testing::TempDir;

constexpr auto kWrite = Ledger::Access::kWrite;
constexpr auto kRead = Ledger::Access::kRead;

mode_t ModeOf(const std::string& path) {
  struct stat status {};
  EXPECT_EQ(stat(path.c_str(), &status), 0) << path;
  return status.st_mode & 07777;
}

std::string RefusalToOpen(const std::string& path, Ledger::Access access) {
  return Refusal([&] { Ledger::Open(path, access); });
}

/// Names are long and differ from run to run.
std::string Without(const std::string& folder, std::string text) {
  const size_t found = text.find(folder);
  return found == text.npos ? text : text.erase(found, folder.size());
}

/// All that was written is in the file itself.
void Tidy(const std::string& path) {
  Connection connection(path, OpenDatabaseFile(path, kWrite, 0));
  connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// For some time no file can grow beyond a size.
class SmallFiles {
 public:
  explicit SmallFiles(rlim_t size) : handler_(signal(SIGXFSZ, SIG_IGN)) {
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit small{.rlim_cur = size, .rlim_max = before_.rlim_max};
    EXPECT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  }
  ~SmallFiles() {
    setrlimit(RLIMIT_FSIZE, &before_);
    signal(SIGXFSZ, handler_);
  }
  SmallFiles(const SmallFiles&) = delete;
  SmallFiles& operator=(const SmallFiles&) = delete;

 private:
  rlimit before_{};
  void (*handler_)(int);
};

TEST(DatabaseFile, IsReadByWhomTheRepositoryIsSharedWith) {
  const struct {
    const char* what;
    mode_t umask;
    unsigned access;
    mode_t folder;
    mode_t file;
  } kCases[] = {
      {"not shared", 0, 0, 0700, 0600},
      {"not shared, umask of the careful", 077, 0, 0700, 0600},
      {"group", 0, 060, 02770, 0660},
      {"group, umask of the careful", 077, 060, 02770, 0660},
      {"everybody may read", 022, 064, 02775, 0664},
      {"0640", 022, 040, 02750, 0640},
      {"everybody", 077, 066, 02777, 0666},
      {"nonsense bits", 0, 07111, 0700, 0600},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    const TempDir folder;
    const std::string path = folder / "commitgate/ledger";
    const mode_t before = umask(row.umask);
    {
      Ledger ledger = Ledger::Open(path, kWrite, row.access);
      Append(ledger, GivenRow("", "a"));
      EXPECT_EQ(ModeOf(path + "-wal"), row.file);
      EXPECT_EQ(ModeOf(path + "-shm"), row.file);
    }
    umask(before);
    EXPECT_EQ(ModeOf(folder / "commitgate"), row.folder);
    EXPECT_EQ(ModeOf(path), row.file);
  }
}

TEST(DatabaseFile, KeepsTheModesThatSomebodyGaveIt) {
  const TempDir folder;
  fs::create_directory(folder / "commitgate");
  chmod((folder / "commitgate").c_str(), 0750);
  const std::string path = folder / "commitgate/ledger";
  Ledger::Open(path, kWrite);
  chmod(path.c_str(), 0640);
  Ledger::Open(path, kWrite, 066);
  EXPECT_EQ(ModeOf(folder / "commitgate"), 0750U);
  EXPECT_EQ(ModeOf(path), 0640U);
}

TEST(DatabaseFile, IsThatOfTheFolderThatItWasOpenedIn) {
  const TempDir folder;
  const fs::path before = fs::current_path();
  fs::current_path(folder.path());
  Ledger ledger = Ledger::Open("commitgate/ledger", kWrite);
  fs::current_path(before);
  Append(ledger, GivenRow("", "a"));
  Ledger other = Ledger::Open(folder / "commitgate/ledger", kRead);
  EXPECT_TRUE(other.Find(1));
}

TEST(DatabaseFile, MayBeInAFolderThatIsElsewhere) {
  const TempDir folder;
  fs::create_directory(folder / "elsewhere");
  fs::create_directory_symlink(folder / "elsewhere", folder / "commitgate");
  Ledger::Open(folder / "commitgate/ledger", kWrite);
  EXPECT_TRUE(fs::exists(folder / "elsewhere/ledger"));
}

TEST(DatabaseFile, IsNoSymbolicLink) {
  const TempDir folder;
  const TempDir victim;
  fs::create_directory(folder / "commitgate");
  const std::string path = folder / "commitgate/ledger";
  for (const std::string target : {"missing", "there"}) {
    SCOPED_TRACE(target);
    victim.Write("there", "");
    fs::remove(path);
    fs::create_symlink(victim / target, path);
    for (const auto access : {kWrite, kRead})
      EXPECT_EQ(Without(folder.path(), RefusalToOpen(path, access)),
                "the ledger '/commitgate/ledger': it is a symbolic link, "
                "which is not followed");
    EXPECT_FALSE(fs::exists(victim / "missing"));
    EXPECT_EQ(fs::file_size(victim / "there"), 0U);
  }
}

TEST(DatabaseFile, SaysWhyItCannotBeOpened) {
  const TempDir folder;
  folder.Write("file", "");
  folder.Write("text/ledger", "This is no database, and it is long enough.\n");
  folder.Write("zeros/ledger", std::string(8192, '\0'));
  fs::create_directories(folder / "folder/ledger");
  fs::create_directory(folder / "empty");
  const struct {
    const char* what;
    Ledger::Access access;
    std::string path;
    std::string reason;
  } kCases[] = {
      {"no folder for its folder", kWrite, "/missing/commitgate/ledger",
       "making its folder: No such file or directory"},
      {"no folder", kRead, "/missing/ledger",
       "opening its folder: No such file or directory"},
      {"a file for a folder", kWrite, "/file/ledger",
       "making it: Not a directory"},
      {"none to read", kRead, "/empty/ledger",
       "it cannot be opened: No such file or directory"},
      {"a text", kWrite, "/text/ledger", "it is no database"},
      {"a text to read", kRead, "/text/ledger", "it is no database"},
      {"zeros", kWrite, "/zeros/ledger", "it is no database"},
      {"a folder", kWrite, "/folder/ledger",
       "it cannot be opened: Is a directory"},
      {"a folder to read", kRead, "/folder/ledger",
       "it cannot be read or written: Is a directory"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(Without(folder.path(),
                      RefusalToOpen(folder.path() + row.path, row.access)),
              "the ledger '" + row.path + "': " + row.reason);
  }
  EXPECT_EQ(testing::ReadFile(folder / "text/ledger"),
            "This is no database, and it is long enough.\n");
}

TEST(DatabaseFile, ThatWasCutOffIsDamaged) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  {
    Ledger ledger = Ledger::Open(path, kWrite);
    for (int i = 0; i < 100; ++i)
      Append(ledger, GivenRow("", "a"));
  }
  Tidy(path);
  const auto whole = fs::file_size(path);
  for (const uintmax_t size : {whole - 4096, whole / 2, uintmax_t{8192}}) {
    SCOPED_TRACE(size);
    fs::resize_file(path, size);
    const std::string refusal = Refusal([&] {
      Ledger ledger = Ledger::Open(path, kWrite);
      Append(ledger, GivenRow("", "a"));
    });
    EXPECT_EQ(Without(folder.path(), refusal),
              "the ledger '/commitgate/ledger': it is damaged");
  }
}

TEST(DatabaseFile, ThatCannotBeWrittenIsReadAllTheSame) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  {
    Ledger ledger = Ledger::Open(path, kWrite, 044);
    Append(ledger, GivenRow("", "a"));
  }
  for (const std::string end : {"", "-wal", "-shm"})
    chmod((path + end).c_str(), 0444);
  chmod((folder / "commitgate").c_str(), 0555);
  chmod(folder.path().c_str(), 0755);
  {
    const AsNobody nobody;
    EXPECT_EQ(Without(folder.path(), RefusalToOpen(path, kWrite)),
              "the ledger '/commitgate/ledger': it cannot be written");
    const Ledger ledger = Ledger::Open(path, kRead);
    EXPECT_TRUE(ledger.Find(1));
    Ledger copy = ledger.CopyInMemory();
    EXPECT_EQ(Append(copy, GivenRow("a", "b")), 2);
    EXPECT_FALSE(ledger.Find(2));
  }
  chmod((folder / "commitgate").c_str(), 0755);
}

TEST(DatabaseFile, NobodyMakesOneWhereNothingMayBeWritten) {
  const TempDir folder;
  chmod(folder.path().c_str(), 0555);
  {
    const AsNobody nobody;
    EXPECT_EQ(
        Without(folder.path(), RefusalToOpen(folder / "commitgate/l", kWrite)),
        "the ledger '/commitgate/l': making its folder: Permission denied");
    EXPECT_EQ(Without(folder.path(), RefusalToOpen(folder / "l", kWrite)),
              "the ledger '/l': making it: Permission denied");
  }
  chmod(folder.path().c_str(), 0755);
}

TEST(DatabaseFile, OnAFullDiskTakesNothing) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  Ledger ledger = Ledger::Open(path, kWrite);
  Append(ledger, GivenRow("", "a"));
  Row much = GivenRow("a", "b");
  much.reason = std::string(1 << 20, 'x');
  {
    const SmallFiles small(200'000);
    const std::string refusal = Refusal([&] { Append(ledger, much); });
    EXPECT_TRUE(Without(folder.path(), refusal)
                    .starts_with("the ledger '/commitgate/ledger': it cannot "
                                 "be read or written"))
        << refusal;
  }
  EXPECT_FALSE(ledger.Find(2));
  EXPECT_EQ(Append(ledger, much), 2);
  EXPECT_EQ(Ledger::Open(path, kRead).Verify(), std::vector<std::string>());
}

/// SQLite's numbers.
constexpr int64_t kNormalSync = 1;
constexpr int64_t kFullSync = 2;

int64_t SynchronousOf(Connection& connection) {
  Query synchronous(connection, "PRAGMA synchronous");
  return synchronous.Next() ? synchronous.Number(0) : -1;
}

TEST(DatabaseFile, LastsWhenTheMachineDoesNotUnlessItOnlySettles) {
  const struct {
    Ledger::Access access;
    int64_t synchronous;
  } kCases[] = {
      {kWrite, kFullSync},
      {Ledger::Access::kSettle, kNormalSync},
  };
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.synchronous);
    Connection connection(path, OpenDatabaseFile(path, c.access, 0));
    PrepareToWrite(connection, c.access);
    EXPECT_EQ(SynchronousOf(connection), c.synchronous);
  }
}

TEST(DatabaseFile, IsWrittenLastinglyWhereNothingIsSaid) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  Connection connection(path, OpenDatabaseFile(path, kWrite, 0));
  PrepareToWrite(connection);
  EXPECT_EQ(SynchronousOf(connection), kFullSync);
}

TEST(DatabaseFile, IsMadeAndWrittenByWhatOnlySettles) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  {
    Ledger ledger = Ledger::Open(path, Ledger::Access::kSettle);
    Append(ledger, GivenRow("", "a"));
  }
  EXPECT_TRUE(Ledger::Open(path, kRead).Find(1));
}

TEST(DatabaseFile, CanBeSyncedByWhoeverReadsIt) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  {
    Ledger ledger = Ledger::Open(path, Ledger::Access::kSettle);
    Append(ledger, GivenRow("", "a"));
  }
  Connection reader(path, OpenDatabaseFile(path, kRead, 0));
  EXPECT_EQ(Refusal([&] { SyncLog(reader); }), "none");
  Query rows(reader, "SELECT count(*) FROM row");
  ASSERT_TRUE(rows.Next());
  EXPECT_EQ(Refusal([&] { SyncLog(reader); }), "none");
}

TEST(DatabaseFile, InMemoryHasNoLogToSync) {
  Connection connection("in memory", OpenDatabaseInMemory());
  EXPECT_EQ(Refusal([&] { SyncLog(connection); }), "none");
}

TEST(DatabaseFile, ThatIsLockedIsWaitedForSomeTimeOnly) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  Ledger ledger = Ledger::Open(path, kWrite);
  Connection other(path, OpenDatabaseFile(path, kWrite, 0, 1));
  {
    const Ledger::Transaction transaction(ledger);
    EXPECT_EQ(Without(folder.path(),
                      Refusal([&] { other.Execute("BEGIN IMMEDIATE"); })),
              "the ledger '/commitgate/ledger': another process has locked it "
              "for too long");
  }
  EXPECT_EQ(Refusal([&] { other.Execute("BEGIN IMMEDIATE"); }), "none");
}

constexpr int kManyPushes = 100;
/// Of its log, with some more than what makes a push empty it.
constexpr size_t kMostLogged = 1 << 20;

void PushMany(const std::string& path) {
  for (int i = 0; i < kManyPushes; ++i) {
    Ledger ledger = Ledger::Open(path, kWrite);
    Append(ledger, GivenRow("", "a"));
  }
}

TEST(DatabaseFile, KeepsItsLogShortThoughEachPushOpensItAnew) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  PushMany(path);
  EXPECT_LT(fs::file_size(path + "-wal"), kMostLogged);
  PushMany(path);
  EXPECT_LT(fs::file_size(path + "-wal"), kMostLogged);
  EXPECT_TRUE(Ledger::Open(path, kRead).Find(2 * kManyPushes));
}

TEST(DatabaseFile, DoesNotWaitForReadersToEmptyItsLog) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  PushMany(path);
  {
    Connection reader(path, OpenDatabaseFile(path, kRead, 0));
    reader.Execute("BEGIN");
    Query rows(reader, "SELECT count(*) FROM sqlite_schema");
    ASSERT_TRUE(rows.Next());
    PushMany(path);
    EXPECT_GT(fs::file_size(path + "-wal"), kMostLogged);
  }
  PushMany(path);
  EXPECT_LT(fs::file_size(path + "-wal"), kMostLogged);
  EXPECT_TRUE(Ledger::Open(path, kRead).Find(3 * kManyPushes));
}

TEST(DatabaseFile, IsMadeByManyAtOnce) {
  constexpr int kPushes = 8;
  for (int round = 0; round < 5; ++round) {
    const TempDir folder;
    const std::string path = folder / "commitgate/ledger";
    std::vector<std::string> refusals(kPushes);
    std::vector<std::thread> pushes;
    for (std::string& refusal : refusals)
      pushes.emplace_back([&refusal, &path] {
        refusal = Refusal([&] {
          Ledger ledger = Ledger::Open(path, kWrite);
          Append(ledger, GivenRow("", "a"));
        });
      });
    for (std::thread& push : pushes)
      push.join();
    EXPECT_EQ(refusals, std::vector<std::string>(kPushes, "none"));
    const Ledger ledger = Ledger::Open(path, kRead);
    EXPECT_TRUE(ledger.Find(kPushes));
    EXPECT_EQ(ledger.Verify(), std::vector<std::string>());
  }
}

}  // namespace
}  // namespace commitgate
