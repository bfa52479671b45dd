// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "hooks/ledger/database_file.h"
#include "hooks/ledger/ledger.h"
#include "tests/hooks/ledger/given_rows.h"
#include "tests/support/temp_dir.h"

namespace commitgate {
namespace {

using testing::Abandon;
using testing::Append;
using testing::Commit;
using testing::GivenRow;
using testing::Land;
using testing::WithoutPush;

using Lines = std::vector<std::string>;

constexpr auto kWrite = Ledger::Access::kWrite;

void Fill(Ledger& ledger) {
  Append(ledger, GivenRow("", "a"));                         // 1
  Land(ledger, 1);                                           // 2
  Append(ledger, GivenRow("a", "b"));                        // 3
  Append(ledger, GivenRow("a", "c"));                        // 4
  Land(ledger, 4);                                           // 5
  Abandon(ledger, 3);                                        // 6
  Append(ledger, WithoutPush(RowKind::kOutside, "c", "d"));  // 7
  Ledger::Transaction transaction(ledger);
  ledger.Remember("refs/heads/main", 5, *Commit("a"), Mark());
  ledger.CloseMemory("refs/heads/main", 7);
  ledger.CountRefused("alice", 0);
  transaction.Commit();
}

/// What is found when somebody has done this to the file.
Lines VerifyAfter(const char* statements) {
  const testing::TempDir folder;
  const std::string path = folder / "commitgate/ledger";
  Ledger ledger = Ledger::Open(path, kWrite);
  Fill(ledger);
  Connection connection(path, OpenDatabaseFile(path, kWrite, 0));
  connection.Execute("DROP TRIGGER entry_insert");
  connection.Execute("DROP TRIGGER entry_update");
  connection.Execute("DROP TRIGGER entry_delete");
  connection.Execute(statements);
  return ledger.Verify();
}

TEST(LedgerVerifying, FindsNothingWrongWhereNothingIs) {
  EXPECT_EQ(VerifyAfter(""), Lines());
}

TEST(LedgerVerifying, LeavesTheLedgerAsItIs) {
  Ledger ledger = Ledger::InMemory();
  Fill(ledger);
  EXPECT_EQ(ledger.Verify(), Lines());
  EXPECT_EQ(ledger.Verify(), Lines());
  EXPECT_EQ(Append(ledger, GivenRow("d", "e")), 8);
  Ledger::Transaction transaction(ledger);
  Row row = GivenRow("d", "f");
  ledger.Append(row);
  EXPECT_EQ(ledger.Verify(), Lines());
  transaction.Commit();
  EXPECT_TRUE(ledger.Find(9));
}

TEST(LedgerVerifying, FindsAnAlteredEntry) {
  EXPECT_EQ(VerifyAfter("UPDATE entry SET text = replace(text, 'alice', "
                        "'mallory') WHERE seq = 1"),
            (Lines{"entry 1 was altered: its text has another hash",
                   "the row 1 has the pusher 'alice', by the entries it is "
                   "'mallory'"}));
}

TEST(LedgerVerifying, FindsAnAlteredHash) {
  EXPECT_EQ(VerifyAfter("UPDATE entry SET hash = replace(hash, "
                        "substr(hash, 1, 4), '0000') WHERE seq = 3"),
            (Lines{"entry 3 was altered: its text has another hash",
                   "entry 4 does not follow on the one before it"}));
}

TEST(LedgerVerifying, FindsEntriesThatAreMissing) {
  EXPECT_EQ(VerifyAfter("DELETE FROM entry WHERE seq IN (6)"),
            (Lines{"entry 6 is missing",
                   "the row 3 has the state 'abandoned', by the entries it is "
                   "'intended'"}));
}

TEST(LedgerVerifying, FindsThatTheFirstEntriesAreMissing) {
  EXPECT_EQ(VerifyAfter("DELETE FROM entry WHERE seq < 4;"
                        "DELETE FROM row WHERE seq < 4"),
            (Lines{"entries 1 to 3 are missing",
                   "entry 6 is about row 3, which there is not before it",
                   "the row 4 has the moved '1', by the entries it is '0'"}));
}

TEST(LedgerVerifying, FindsARowThatWasTakenOutWithItsEntry) {
  EXPECT_EQ(VerifyAfter("DELETE FROM entry WHERE seq IN (3, 6);"
                        "DELETE FROM row WHERE seq = 3"),
            (Lines{"entry 3 is missing", "entry 6 is missing"}));
}

TEST(LedgerVerifying, FindsThatALaterEntryWasMovedUp) {
  EXPECT_EQ(VerifyAfter("DELETE FROM entry WHERE seq = 6;"
                        "UPDATE entry SET seq = 6 WHERE seq = 7"),
            (Lines{"entry 6 says that it is entry 7",
                   "entry 6 does not follow on the one before it",
                   "the row 3 has the state 'abandoned', by the entries it is "
                   "'intended'",
                   "the row 6 is missing",
                   "the row 7 is there, but no entry says so"}));
}

TEST(LedgerVerifying, FindsEntriesInAnotherOrder) {
  Lines found = VerifyAfter(
      "UPDATE entry SET seq = 99 WHERE seq = 3;"
      "UPDATE entry SET seq = 3 WHERE seq = 4;"
      "UPDATE entry SET seq = 4 WHERE seq = 99");
  // What else is wrong follows from this.
  found.resize(5);
  EXPECT_EQ(found, (Lines{"entry 3 says that it is entry 4",
                          "entry 3 does not follow on the one before it",
                          "entry 4 says that it is entry 3",
                          "entry 4 does not follow on the one before it",
                          "entry 5 does not follow on the one before it"}));
}

TEST(LedgerVerifying, FindsAnEntryThatCannotBeRead) {
  EXPECT_EQ(VerifyAfter("UPDATE entry SET text = 'x' WHERE seq = 6"),
            (Lines{"entry 6 was altered: its text has another hash",
                   "entry 6 cannot be read",
                   "the row 3 has the state 'abandoned', by the entries it is "
                   "'intended'"}));
}

TEST(LedgerVerifying, FindsTablesThatDoNotFollowFromTheEntries) {
  const struct {
    const char* what;
    const char* statements;
    Lines found;
  } kCases[] = {
      {"another state",
       "UPDATE row SET state = 'intended' WHERE seq = 3",
       {"the row 3 has the state 'intended', by the entries it is "
        "'abandoned'"}},
      {"another order",
       "UPDATE row SET landed = 6 WHERE seq = 1",
       {"the row 1 has the landed '6', by the entries it is '2'"}},
      {"confirmed by nobody",
       "UPDATE row SET confirmed = 1 WHERE seq = 4",
       {"the row 4 has the confirmed '1', by the entries it is '0'"}},
      {"nothing where there is something",
       "UPDATE row SET old = NULL WHERE seq = 3",
       {"the row 3 has the old nothing, by the entries it is "
        "'2e65efe2a145dda7ee51d1741299f848e5bf752e'"}},
      {"a row too few",
       "DELETE FROM row WHERE seq = 3",
       {"the row 3 is missing"}},
      {"a row too many",
       "INSERT INTO row SELECT 10, push, ref, kind, how, old, new, provider, "
       "pusher, received, uptime, boot, uses, until, 'refused', NULL, 0, 0 "
       "FROM row WHERE seq = 3",
       {"the row 10 is there, but no entry says so"}},
      {"a ref too few",
       "DELETE FROM ref",
       {"the ref refs/heads/main is missing"}},
      {"a ref too many",
       "INSERT INTO ref VALUES ('0\x1b', 5)",
       {"the ref 0\\x1b is there, but no entry says so"}},
      {"another window",
       "UPDATE ref SET within = 5",
       {"the ref refs/heads/main has the within '5', by the entries it is "
        "'600000000'"}},
      {"memory of nothing",
       "UPDATE memory SET since = 3",
       {"the memory of 'refs/heads/main' since 3 is of nothing that landed"}},
      {"an end of nothing",
       "UPDATE closing SET ref = 'refs/heads/x'",
       {"the memory of 'refs/heads/x' since 7 is of nothing that landed"}},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(VerifyAfter(row.statements), row.found);
  }
}

}  // namespace
}  // namespace commitgate
