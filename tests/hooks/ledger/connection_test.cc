// SPDX-License-Identifier: MIT
#include "hooks/ledger/connection.h"

#include <gtest/gtest.h>

#include "hooks/ledger/database_file.h"
#include "tests/hooks/ledger/given_rows.h"

namespace commitgate {
namespace {

using testing::Refusal;

constexpr std::string_view kAdd = "INSERT INTO t (a, b) VALUES (?1, ?2)";
constexpr std::string_view kAsk = "SELECT a, b FROM t ORDER BY rowid";

class ConnectionTest : public ::testing::Test {
 protected:
  ConnectionTest() : connection_("L\x1b", OpenDatabaseInMemory()) {
    connection_.Execute("CREATE TABLE t (a, b)");
  }

  int Count() {
    Query query(connection_, kAsk);
    int count = 0;
    while (query.Next())
      ++count;
    return count;
  }

  Connection connection_;
};

TEST_F(ConnectionTest, AnswersWhatWasPutIn) {
  const auto id = testing::Commit("a");
  const std::string bytes("\xff\0'\"", 4);
  Query(connection_, kAdd, INT64_MIN, bytes).Run();
  Query(connection_, kAdd, id, nullptr).Run();
  Query(connection_, kAdd, "", std::optional<ObjectId>()).Run();

  Query ask(connection_, kAsk);
  ASSERT_TRUE(ask.Next());
  EXPECT_EQ(ask.Number(0), INT64_MIN);
  EXPECT_EQ(ask.Text(1), bytes);
  ASSERT_TRUE(ask.Next());
  EXPECT_EQ(ask.Id(0), id);
  EXPECT_EQ(ask.Id(1), std::nullopt);
  EXPECT_TRUE(ask.IsNull(1));
  ASSERT_TRUE(ask.Next());
  EXPECT_EQ(ask.Text(0), "");
  EXPECT_FALSE(ask.IsNull(0));
  EXPECT_TRUE(ask.IsNull(1));
  EXPECT_FALSE(ask.Next());
}

TEST_F(ConnectionTest, AsksTheSameQuestionInTheMiddleOfIt) {
  Query(connection_, kAdd, 1, 2).Run();
  Query(connection_, kAdd, 3, 4).Run();
  Query outer(connection_, kAsk);
  ASSERT_TRUE(outer.Next());
  EXPECT_EQ(Count(), 2);
  ASSERT_TRUE(outer.Next());
  EXPECT_EQ(outer.Number(0), 3);
}

TEST_F(ConnectionTest, KeepsNoValueForTheNextQuestion) {
  Query(connection_, kAdd, 1, 2).Run();
  Query(connection_, kAdd, 1).Run();
  Query ask(connection_, kAsk);
  ask.Next();
  ASSERT_TRUE(ask.Next());
  EXPECT_TRUE(ask.IsNull(1));
}

TEST_F(ConnectionTest, SaysWhatIsWrongWithAStatement) {
  EXPECT_EQ(Refusal([&] { Query(connection_, "SELECT x FROM t"); }),
            "the ledger 'L\\x1b': no such column: x");
  EXPECT_EQ(Refusal([&] { connection_.Execute("SELECT x FROM t"); }),
            "the ledger 'L\\x1b': no such column: x");
  EXPECT_EQ(Refusal([&] { Query(connection_, kAsk, 1); }),
            "the ledger 'L\\x1b': column index out of range");
}

TEST_F(ConnectionTest, UndoesTheTransactionInWhichSomethingFails) {
  connection_.Execute("BEGIN");
  Query(connection_, kAdd, 1, 2).Run();
  EXPECT_EQ(Refusal([&] { connection_.Fail("no"); }),
            "the ledger 'L\\x1b': no");
  EXPECT_FALSE(connection_.InTransaction());
  EXPECT_EQ(Count(), 0);
}

TEST_F(ConnectionTest, AFullDiskUndoesAllOfATransaction) {
  Query(connection_, kAdd, 1, 2).Run();
  connection_.Execute("PRAGMA max_page_count = 3");
  connection_.Execute("BEGIN IMMEDIATE");
  Query(connection_, kAdd, 3, 4).Run();
  const std::string much(100'000, 'x');
  EXPECT_EQ(Refusal([&] { Query(connection_, kAdd, much, much).Run(); }),
            "the ledger 'L\\x1b': the disk is full");
  EXPECT_FALSE(connection_.InTransaction());
  EXPECT_EQ(Count(), 1);
}

}  // namespace
}  // namespace commitgate
