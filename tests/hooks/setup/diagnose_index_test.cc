// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "hooks/push/ledger_place.h"
#include "tests/hooks/setup/looked_at.h"
#include "tests/support/temp_dir.h"

namespace commitgate::testing {
namespace {

constexpr char kIndex[] = ".git/commitgate/pull-requests.sqlite3";

class DiagnoseIndexTest : public ::testing::Test {
 protected:
  std::string Look() const { return LookAt(repository_, "", DiagnoseIndex); }
  std::string path() const { return repository_.path() + "/" + kIndex; }

  ProjectRepository repository_;
};

TEST_F(DiagnoseIndexTest, MissesNone) {
  EXPECT_EQ(Look(), "");
}

TEST_F(DiagnoseIndexTest, IsContentWithOneThatCanBeRead) {
  PullRequestIndex::OpenToWrite(path(), 0);
  EXPECT_EQ(Look(), "ok: '" + path() + "' can be read\n");
}

TEST_F(DiagnoseIndexTest, FindsADamagedOne) {
  repository_.Write(kIndex, std::string(8192, 'x'));
  const std::string found = Look();
  EXPECT_TRUE(found.starts_with("warning: the ledger '" + path() + "': "))
      << found;
}

TEST_F(DiagnoseIndexTest, FindsOneWhoseTablesAreDamaged) {
  PullRequestIndex::OpenToWrite(path(), 0);
  std::string bytes = ReadFile(path());
  ASSERT_GT(bytes.size(), 4096u);
  bytes.replace(4096, bytes.npos, bytes.size() - 4096, 'x');
  std::filesystem::remove(path() + "-wal");
  std::filesystem::remove(path() + "-shm");
  repository_.Write(kIndex, bytes);
  const std::string found = Look();
  EXPECT_TRUE(found.starts_with("warning: the ledger '" + path() + "': "))
      << found;
}

TEST_F(DiagnoseIndexTest, DoesNotWaitForAPipe) {
  repository_.Write(kIndex, "");
  ASSERT_EQ(remove(path().c_str()), 0);
  ASSERT_EQ(mkfifo(path().c_str(), 0600), 0);
  EXPECT_EQ(Look(), "warning: the index '" + path() +
                        "': opening it: it is no regular file; pushes search "
                        "the history, which takes longer\n");
}

}  // namespace
}  // namespace commitgate::testing
