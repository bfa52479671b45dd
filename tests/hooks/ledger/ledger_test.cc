// SPDX-License-Identifier: MIT
#include "hooks/ledger/ledger.h"

#include <gtest/gtest.h>

#include "tests/hooks/ledger/given_rows.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

using testing::Append;
using testing::GivenRow;
using testing::Land;
using testing::Refusal;
using testing::TempDir;

TEST(Ledger, FindsWhatItWasGiven) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger.sqlite3";
  Row row = GivenRow("a", "b");
  row.reason = "a reason";
  {
    Ledger ledger = Ledger::Open(path, Ledger::Access::kWrite);
    Ledger::Transaction transaction(ledger);
    ledger.Append(row);
    transaction.Commit();
  }
  const Ledger ledger = Ledger::Open(path, Ledger::Access::kRead);
  const auto found = ledger.Find(1);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->row, row);
  EXPECT_EQ(found->state, RowState::kIntended);
  EXPECT_FALSE(ledger.Find(0));
  EXPECT_FALSE(ledger.Find(2));
}

TEST(Ledger, ForgetsWhatWasNotCommitted) {
  Ledger ledger = Ledger::InMemory();
  {
    const Ledger::Transaction transaction(ledger);
    Row row = GivenRow("", "a");
    ledger.Append(row);
    EXPECT_TRUE(ledger.Find(1));
  }
  EXPECT_FALSE(ledger.Find(1));
  EXPECT_EQ(Append(ledger, GivenRow("", "b")), 1);
}

TEST(Ledger, ShowsOthersNothingBeforeItIsCommitted) {
  const TempDir folder;
  const std::string path = folder / "commitgate/ledger.sqlite3";
  Ledger ledger = Ledger::Open(path, Ledger::Access::kWrite);
  const Ledger other = Ledger::Open(path, Ledger::Access::kRead);
  Ledger::Transaction transaction(ledger);
  Row row = GivenRow("", "a");
  ledger.Append(row);
  EXPECT_FALSE(other.Find(1));
  transaction.Commit();
  EXPECT_TRUE(other.Find(1));
}

TEST(Ledger, AddsNothingOutsideOfATransaction) {
  Ledger ledger = Ledger::InMemory();
  Append(ledger, GivenRow("", "a"));
  Row row = GivenRow("a", "b");
  const std::string refusal =
      "the ledger 'in memory': nothing is added outside of a transaction";
  EXPECT_EQ(Refusal([&] { ledger.Append(row); }), refusal);
  EXPECT_EQ(Refusal([&] { ledger.Land(row); }), refusal);
  EXPECT_EQ(Refusal([&] { ledger.Abandon(1); }), refusal);
  EXPECT_EQ(Refusal([&] { ledger.Confirm(1); }), refusal);
  EXPECT_EQ(Refusal([&] { ledger.Use(1); }), refusal);
  EXPECT_EQ(Refusal([&] { ledger.CountRefused("a", 1); }), refusal);
  EXPECT_EQ(Refusal([&] { ledger.CloseMemory("a", 1); }), refusal);
  EXPECT_EQ(Refusal([&] { ledger.Remember("a", 1, ObjectId(), Mark()); }),
            refusal);
}

// Whoever catches an error and goes on must not commit half of it.
TEST(Ledger, CommitsNothingOfATransactionInWhichSomethingFailed) {
  Ledger ledger = Ledger::InMemory();
  {
    Ledger::Transaction transaction(ledger);
    Row row = GivenRow("", "a");
    ledger.Append(row);
    Row unknown = row;
    unknown.seq = 99;
    EXPECT_EQ(Refusal([&] { ledger.Land(unknown); }),
              "the ledger 'in memory': it has no row 99");
    EXPECT_EQ(
        Refusal([&] { ledger.Append(row); }),
        "the ledger 'in memory': nothing is added outside of a transaction");
    EXPECT_EQ(
        Refusal([&] { transaction.Commit(); }),
        "the ledger 'in memory': nothing is added outside of a transaction");
  }
  EXPECT_FALSE(ledger.Find(1));
  EXPECT_EQ(Append(ledger, GivenRow("", "a")), 1);
}

TEST(Ledger, IsCopiedWithAllThatItKnows) {
  Ledger ledger = Ledger::InMemory();
  Append(ledger, GivenRow("", "a"));
  Ledger copy = ledger.CopyInMemory();
  EXPECT_EQ(Land(copy, 1).order, 2);
  EXPECT_EQ(copy.Find(1)->state, RowState::kLanded);
  EXPECT_EQ(ledger.Find(1)->state, RowState::kIntended);
  EXPECT_EQ(copy.Verify(), std::vector<std::string>());
}

TEST(Ledger, IsNotCopiedInTheMiddleOfATransaction) {
  Ledger ledger = Ledger::InMemory();
  const Ledger::Transaction transaction(ledger);
  EXPECT_EQ(
      Refusal([&] { ledger.CopyInMemory(); }),
      "the ledger 'in memory': another process has locked it for too long");
}

TEST(Ledger, IsMovedWithAllThatItKnows) {
  Ledger ledger = Ledger::InMemory();
  Append(ledger, GivenRow("", "a"));
  Ledger other = std::move(ledger);
  EXPECT_TRUE(other.Find(1));
  ledger = std::move(other);
  EXPECT_TRUE(ledger.Find(1));
}

}  // namespace
}  // namespace commitgate
