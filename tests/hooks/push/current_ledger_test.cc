// SPDX-License-Identifier: MIT
#include "hooks/push/current_ledger.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "hooks/push/git_server.h"
#include "hooks/push/ledger_place.h"
#include "hooks/push/settle.h"
#include "tests/hooks/ledger/as_nobody.h"
#include "tests/hooks/ledger/given_rows.h"
#include "tests/support/process.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

using testing::AsNobody;
using testing::Git;
using testing::Refusal;
using testing::WithoutPush;

using Lines = std::vector<std::string>;

constexpr const char* kMain = "refs/heads/main";

/// A repository with two commits, of which main is the first.
class CurrentLedger : public ::testing::Test {
 protected:
  CurrentLedger() : path_(folder_ / "server.git") {
    Git(".", {"init", "--quiet", "--bare", path_});
    const std::string tree = Git(path_, {"mktree"});
    first_ = Git(path_, {"commit-tree", "-m", "first", tree});
    second_ = Git(path_, {"commit-tree", "-m", "second", "-p", first_, tree});
    Move(first_);
  }

  void Move(const std::string& commit) {
    Git(path_, {"update-ref", kMain, commit});
  }

  Repository Open() const { return Repository::Open(path_, path_); }
  Served Serve() const { return Served::OfCommand(Open()); }

  /// A ledger that begins with what is there.
  void MakeLedger() {
    const Served served = Serve();
    Ledger ledger = OpenLedger(path_, served.config);
    Ledger::Transaction transaction(ledger);
    WriteBaseline(ledger, GitServer(served.repository));
    transaction.Commit();
  }

  /// A push from the first to the second commit that was killed.
  void AppendIntended() {
    Ledger ledger = OpenLedger(path_, Serve().config);
    Row row = testing::GivenRow("a", "b");
    row.before = ObjectId::FromHex(first_);
    row.after = ObjectId::FromHex(second_);
    testing::Append(ledger, row);
  }

  Lines Compare() const {
    return CompareWithRefs(OpenToRead(Open()), Open(), policy_);
  }

  static Lines States(const Ledger& ledger) {
    Lines states;
    ledger.List({}, [&](const FoldedRow& row) {
      states.emplace_back(Word(row.state));
    });
    return states;
  }

  testing::TempDir folder_;
  const std::string path_;
  PushPolicy policy_;
  std::string first_;
  std::string second_;
};

TEST_F(CurrentLedger, IsNotMadeByWhoeverAsksForIt) {
  EXPECT_FALSE(HasLedger(Open()));
  const std::string refusal =
      "there is no ledger in '" + path_ +
      "/': a first push to a server, or 'commitgate install --server', makes "
      "one";
  EXPECT_EQ(Refusal([&] { OpenToRead(Open()); }), refusal);
  EXPECT_EQ(Refusal([&] { OpenSettled(Serve()); }), refusal);
  EXPECT_FALSE(HasLedger(Open()));
}

TEST_F(CurrentLedger, KnowsWhatMovedWithoutAPush) {
  MakeLedger();
  Move(second_);
  EXPECT_EQ(States(OpenToRead(Open())), Lines{"baseline"});
  EXPECT_EQ(States(OpenSettled(Serve())), (Lines{"baseline", "outside"}));
  EXPECT_EQ(States(OpenToRead(Open())), (Lines{"baseline", "outside"}));
  EXPECT_EQ(States(OpenSettled(Serve())), (Lines{"baseline", "outside"}));
}

TEST_F(CurrentLedger, LandsWhatNobodyHasConfirmed) {
  MakeLedger();
  AppendIntended();
  Move(second_);
  EXPECT_EQ(States(OpenSettled(Serve())), (Lines{"baseline", "landed"}));
}

TEST_F(CurrentLedger, TakesInRefsThatItIsAskedAbout) {
  MakeLedger();
  Git(path_, {"update-ref", "refs/heads/new", first_});
  EXPECT_EQ(OpenSettled(Serve()).Refs(), Lines{kMain});
  EXPECT_EQ(OpenSettled(Serve(), {"refs/heads/new"}).Refs(),
            (Lines{kMain, "refs/heads/new"}));
}

TEST_F(CurrentLedger, IsSettledInACopyWhereItCannotBeWritten) {
  MakeLedger();
  Move(second_);
  const std::string ledger = LedgerPath(path_);
  for (const std::string& file : {ledger, ledger + "-wal", ledger + "-shm"})
    chmod(file.c_str(), 0444);
  chmod((path_ + "/commitgate").c_str(), 0555);
  chmod(folder_.path().c_str(), 0755);
  const Served served = Serve();
  {
    const AsNobody nobody;
    EXPECT_EQ(States(OpenSettled(served)), (Lines{"baseline", "outside"}));
    EXPECT_EQ(States(OpenToRead(served.repository)), Lines{"baseline"});
  }
  chmod((path_ + "/commitgate").c_str(), 0755);
}

TEST_F(CurrentLedger, ThatIsDamagedIsNotTold) {
  MakeLedger();
  const std::string path = LedgerPath(path_);
  for (const char* end : {"", "-wal", "-shm"})
    unlink((path + end).c_str());
  folder_.Write("server.git/commitgate/ledger.sqlite3", std::string(9000, 'x'));
  EXPECT_EQ(Refusal([&] { OpenSettled(Serve()); }),
            "the ledger '" + path + "': it is no database");
}

TEST_F(CurrentLedger, IsComparedWithTheRefs) {
  MakeLedger();
  EXPECT_EQ(Compare(), Lines());
  Move(second_);
  EXPECT_EQ(Compare(),
            Lines{"'refs/heads/main' is " + second_ + ", and should be " +
                  first_ + ": it was moved without a push"});
  Git(path_, {"update-ref", "-d", kMain});
  EXPECT_EQ(Compare(), Lines{"'refs/heads/main' is nothing, and should be " +
                             first_ + ": it was moved without a push"});
}

TEST_F(CurrentLedger, KnowsAMovementThatAPushIntended) {
  MakeLedger();
  AppendIntended();
  EXPECT_EQ(Compare(), Lines());
  Move(second_);
  EXPECT_EQ(Compare(), Lines());
  Git(path_, {"update-ref", "-d", kMain});
  EXPECT_EQ(Compare().size(), 1U);
}

TEST_F(CurrentLedger, IsToldOfRefsThatItHasNeverSeen) {
  policy_ = Serve().policy.policy.push;
  RefPolicy free;
  free.match = RefPattern("refs/heads/free/*");
  free.rules = kNoRules;
  policy_.refs.insert(policy_.refs.begin(), free);
  MakeLedger();
  for (const char* ref : {"refs/heads/free/a", "refs/unknown/a",
                          "refs/replace/a", "refs/heads/new"})
    Git(path_, {"update-ref", ref, first_});
  EXPECT_EQ(Compare(), Lines{"'refs/heads/new' is " + first_ +
                             ", and should be nothing: it was moved without a "
                             "push"});
}

TEST_F(CurrentLedger, KnowsACreationThatAPushIntended) {
  policy_ = Serve().policy.policy.push;
  MakeLedger();
  Git(path_, {"update-ref", "refs/heads/new", first_});
  Ledger ledger = OpenLedger(path_, Serve().config);
  Row row = testing::Of(testing::GivenRow("", "a"), "refs/heads/new");
  row.after = ObjectId::FromHex(first_);
  testing::Append(ledger, row);
  EXPECT_EQ(Compare(), Lines());
}

}  // namespace
}  // namespace commitgate
