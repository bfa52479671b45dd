// SPDX-License-Identifier: MIT
#include "hooks/ledger/schema.h"

#include <gtest/gtest.h>

#include "hooks/ledger/database_file.h"
#include "tests/hooks/ledger/given_rows.h"

namespace commitgate {
namespace {

using testing::Refusal;

constexpr SchemaStep kSteps[] = {
    {"CREATE TABLE fruit (name TEXT); INSERT INTO fruit VALUES ('apple')"},
    {"ALTER TABLE fruit ADD COLUMN color TEXT DEFAULT 'green'"},
    {"UPDATE fruit SET color = 'red'"},
};
constexpr SchemaStep kBrokenSteps[] = {
    kSteps[0],
    {"DELETE FROM fruit; ALTER TABLE vegetable ADD COLUMN color TEXT"},
};

std::span<const SchemaStep> Steps(size_t count) {
  return std::span(kSteps).first(count);
}

class Schema : public ::testing::Test {
 protected:
  Schema() : connection_("L", OpenDatabaseInMemory()) {}

  std::string Ask(std::string_view sql) {
    Query query(connection_, sql);
    return query.Next() ? query.Text(0) : "nothing";
  }

  std::string RefusalToBringUpToDate(std::span<const SchemaStep> steps) {
    return Refusal([&] { BringUpToDate(connection_, steps); });
  }

  std::string RefusalToRead(std::span<const SchemaStep> steps) {
    return Refusal([&] { RequireVersion(connection_, steps); });
  }

  Connection connection_;
};

TEST_F(Schema, AnEmptyFileTakesAllSteps) {
  BringUpToDate(connection_, kSteps);
  EXPECT_EQ(Ask("SELECT color FROM fruit"), "red");
  EXPECT_EQ(Ask("PRAGMA user_version"), "3");
  EXPECT_EQ(Ask("PRAGMA application_id"), "1667722341");
  EXPECT_EQ(RefusalToRead(kSteps), "none");
}

TEST_F(Schema, AnOlderOneTakesTheStepsThatItLacks) {
  BringUpToDate(connection_, Steps(1));
  EXPECT_EQ(Ask("PRAGMA user_version"), "1");
  connection_.Execute("INSERT INTO fruit VALUES ('pear')");
  BringUpToDate(connection_, Steps(2));
  EXPECT_EQ(Ask("SELECT count(*) FROM fruit WHERE color = 'green'"), "2");
  BringUpToDate(connection_, kSteps);
  EXPECT_EQ(Ask("SELECT count(*) FROM fruit WHERE color = 'red'"), "2");
}

TEST_F(Schema, OneThatIsUpToDateStaysAsItIs) {
  BringUpToDate(connection_, kSteps);
  connection_.Execute("UPDATE fruit SET color = 'blue'");
  BringUpToDate(connection_, kSteps);
  EXPECT_EQ(Ask("SELECT color FROM fruit"), "blue");
}

TEST_F(Schema, AStepThatFailsChangesNothing) {
  BringUpToDate(connection_, Steps(1));
  EXPECT_EQ(RefusalToBringUpToDate(kBrokenSteps),
            "the ledger 'L': no such table: vegetable");
  EXPECT_EQ(Ask("SELECT name FROM fruit"), "apple");
  EXPECT_EQ(Ask("PRAGMA user_version"), "1");
  EXPECT_FALSE(connection_.InTransaction());
}

TEST_F(Schema, ANewerOneIsRefused) {
  BringUpToDate(connection_, kSteps);
  const std::string refusal =
      "the ledger 'L': it is of version 3, and this commitgate knows versions "
      "up to 2 only";
  EXPECT_EQ(RefusalToBringUpToDate(Steps(2)), refusal);
  EXPECT_EQ(RefusalToRead(Steps(2)), refusal);
  EXPECT_EQ(Ask("SELECT color FROM fruit"), "red");
}

TEST_F(Schema, AVersionBelowAllIsRefused) {
  BringUpToDate(connection_, kSteps);
  connection_.Execute("PRAGMA user_version = -1");
  EXPECT_EQ(RefusalToBringUpToDate(kSteps),
            "the ledger 'L': it is of version -1, and this commitgate knows "
            "versions up to 3 only");
}

TEST_F(Schema, AnOlderOneCannotBeReadAsItIs) {
  BringUpToDate(connection_, Steps(1));
  EXPECT_EQ(RefusalToRead(kSteps),
            "the ledger 'L': it is of version 1, and has to be opened for "
            "writing first");
}

TEST_F(Schema, SomebodyElsesDatabaseIsLeftAlone) {
  const std::string refusal = "the ledger 'L': it is a database, but no ledger";
  connection_.Execute("CREATE TABLE cats (name TEXT)");
  EXPECT_EQ(RefusalToBringUpToDate(kSteps), refusal);
  EXPECT_EQ(RefusalToRead(kSteps), refusal);
  connection_.Execute("PRAGMA user_version = 3");
  EXPECT_EQ(RefusalToBringUpToDate(kSteps), refusal);
  EXPECT_EQ(Ask("SELECT count(*) FROM sqlite_schema"), "1");
}

TEST_F(Schema, OfTheLedgerForbidsToAlterEntries) {
  BringUpToDate(connection_, SchemaSteps());
  connection_.Execute("INSERT INTO entry VALUES (1, 'text', 'hash')");
  EXPECT_EQ(Refusal([&] { connection_.Execute("UPDATE entry SET text = ''"); }),
            "the ledger 'L': entries are never altered");
  EXPECT_EQ(Refusal([&] { connection_.Execute("DELETE FROM entry"); }),
            "the ledger 'L': entries are never taken out");
  for (const char* sql : {"REPLACE INTO entry VALUES (1, 'other', 'hash')",
                          "INSERT INTO entry VALUES (3, 'text', 'hash')",
                          "INSERT INTO entry VALUES (0, 'text', 'hash')"})
    EXPECT_EQ(Refusal([&] { connection_.Execute(sql); }),
              "the ledger 'L': entries are added behind the newest")
        << sql;
  EXPECT_EQ(Ask("SELECT text FROM entry"), "text");
}

}  // namespace
}  // namespace commitgate
