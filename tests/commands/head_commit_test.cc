// SPDX-License-Identifier: MIT
#include "commands/head_commit.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "tests/support/process.h"
#include "tests/support/temp_dir.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

namespace fs = std::filesystem;

/// A repository, which the commands of git are run in.
class HeadCommitTest : public ::testing::Test {
 protected:
  HeadCommitTest() : before_(fs::current_path()) {
    Git(folder_.path(), {"init", "--quiet"});
    Git(folder_.path(), {"config", "user.name", "A U Thor"});
    Git(folder_.path(), {"config", "user.email", "author@example.com"});
    CommitAgain("doc: one");
    fs::current_path(folder_.path());
  }
  ~HeadCommitTest() override { fs::current_path(before_); }

  void CommitAgain(const std::string& message) const {
    Git(folder_.path(), {"commit", "--quiet", "--allow-empty", "-m", message});
  }
  std::string Head() const {
    return Git(folder_.path(), {"rev-parse", "HEAD"});
  }
  Repository Open() const { return Repository::Open(folder_.path(), ""); }

 private:
  TempDir folder_;
  fs::path before_;
};

std::string ErrorOfAmending(const HeadCommit& head) {
  try {
    return "it is " + head.Amend("doc: another\n").Hex();
  } catch (const Error& error) {
    return error.what();
  }
}

TEST_F(HeadCommitTest, IsAmended) {
  const Repository repository = Open();
  const HeadCommit head(repository, HeadCommit::InRebase::kNever);
  const std::string old = Head();
  EXPECT_EQ(head.id().Hex(), old);
  const std::string said = ErrorOfAmending(head);
  EXPECT_EQ(said, "it is " + Head());
  EXPECT_NE(Head(), old);
}

TEST_F(HeadCommitTest, IsLeftAloneWhereItMovedMeanwhile) {
  const Repository repository = Open();
  const HeadCommit head(repository, HeadCommit::InRebase::kNever);
  const std::string old = Head();
  CommitAgain("doc: two");
  const std::string now = Head();
  EXPECT_EQ(ErrorOfAmending(head),
            "amending HEAD: it was " + old + ", and is " + now + " by now");
  EXPECT_EQ(Head(), now);
}

}  // namespace
}  // namespace commitgate::testing
