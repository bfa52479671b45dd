// SPDX-License-Identifier: MIT
#include "hooks/push/still_open.h"

#include <gtest/gtest.h>

#include "hooks/push/git_server.h"
#include "hooks/push/moment.h"
#include "hooks/push/settle.h"
#include "tests/hooks/ledger/given_rows.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

using testing::Git;

constexpr const char* kMain = "refs/heads/main";

/// A repository with a line of commits, whose ids are in no order.
class StillOpenOrder : public ::testing::Test {
 protected:
  StillOpenOrder() : path_(folder_ / "server.git") {
    Git(".", {"init", "--quiet", "--bare", path_});
    const std::string tree = Git(path_, {"mktree"});
    ids_.push_back(Git(path_, {"commit-tree", "-m", "0", tree}));
    for (int i = 1; i <= 12; ++i)
      ids_.push_back(Git(path_, {"commit-tree", "-m", std::to_string(i), "-p",
                                 ids_.back(), tree}));
  }

  /// A push to main that landed now; from -1: it made the branch.
  void Push(Ledger& ledger, const Server& server, int from, int to) {
    Git(path_, {"update-ref", kMain, ids_[to]});
    Row row = testing::GivenRow(from < 0 ? "" : "a", "b");
    row.before = from < 0 ? std::nullopt : ObjectId::FromHex(ids_[from]);
    row.after = ObjectId::FromHex(ids_[to]);
    Stamp(row, ReadMoment(ledger, server));
    testing::AppendLanded(ledger, row);
  }

  std::vector<std::string> Open(Ledger& ledger, const Server& server) {
    RefPolicy policy;
    policy.match = RefPattern("refs/heads/*");
    PushPolicy all;
    all.refs = {policy};
    std::vector<std::string> open;
    for (const OpenCommit& commit :
         StillOpen(ledger, server, all, kMain, policy))
      open.push_back(commit.commit.Hex());
    return open;
  }

  std::vector<std::string> Ids(int first) const {
    return {ids_.begin() + first, ids_.end()};
  }

  testing::TempDir folder_;
  const std::string path_;
  std::vector<std::string> ids_;
};

TEST_F(StillOpenOrder, IsThatOfHistoryInAPush) {
  const Repository repository = Repository::Open(path_, path_);
  const GitServer server(repository);
  Ledger ledger = Ledger::InMemory();
  Git(path_, {"update-ref", kMain, ids_[0]});
  {
    Ledger::Transaction transaction(ledger);
    WriteBaseline(ledger, server);
    transaction.Commit();
  }
  Push(ledger, server, 0, 6);
  EXPECT_EQ(Open(ledger, server),
            std::vector(ids_.begin() + 1, ids_.begin() + 7));
  Push(ledger, server, 6, 12);
  EXPECT_EQ(Open(ledger, server), Ids(1));
}

TEST_F(StillOpenOrder, IsThatOfHistoryOnANewBranch) {
  const Repository repository = Repository::Open(path_, path_);
  const GitServer server(repository);
  Ledger ledger = Ledger::InMemory();
  Git(path_, {"update-ref", "refs/old/base", ids_[2]});
  Push(ledger, server, -1, 12);
  EXPECT_EQ(Open(ledger, server), Ids(3));
}

}  // namespace
}  // namespace commitgate
