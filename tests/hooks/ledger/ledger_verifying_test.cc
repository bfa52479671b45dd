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

/// A ledger in a file, and somebody else's way to it.
class LedgerInReach {
 public:
  LedgerInReach()
      : path_(folder_ / "commitgate/ledger"),
        ledger_(Ledger::Open(path_, kWrite)),
        others_(path_, OpenDatabaseFile(path_, kWrite, 0)) {
    Fill(ledger_);
  }

  void Do(const std::string& statements) {
    others_.Execute(statements.c_str());
  }

  std::string Triggers() {
    Query query(others_,
                "SELECT group_concat(sql, ';') FROM sqlite_schema"
                " WHERE type = 'trigger'");
    query.Next();
    return query.Text(0);
  }

  Lines Verify() const { return ledger_.Verify(); }

 private:
  const testing::TempDir folder_;
  const std::string path_;
  Ledger ledger_;
  Connection others_;
};

/// What is found when somebody has done this to the file, and left no trace in
/// its schema.
Lines VerifyAfter(const std::string& statements) {
  LedgerInReach ledger;
  const std::string triggers = ledger.Triggers();
  ledger.Do("DROP TRIGGER entry_insert");
  ledger.Do("DROP TRIGGER entry_update");
  ledger.Do("DROP TRIGGER entry_delete");
  ledger.Do(statements);
  ledger.Do(triggers);
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

TEST(LedgerVerifying, FindsSettlementsOfWhatIsNoRowBeforeThem) {
  for (const std::string about : {"0", "-1", "2", "6", "7", "99"}) {
    SCOPED_TRACE(about);
    EXPECT_EQ(
        VerifyAfter("UPDATE entry SET text = replace(text, '\"about\":3', "
                    "'\"about\":" +
                    about + "') WHERE seq = 6"),
        (Lines{
            "entry 6 was altered: its text has another hash",
            "entry 6 is about row " + about + ", which there is not before it",
            "the row 3 has the state 'abandoned', by the entries it is "
            "'intended'"}));
  }
}

TEST(LedgerVerifying, FollowsWhatIsSettledMuchLater) {
  Ledger ledger = Ledger::InMemory();
  Fill(ledger);
  Row early = GivenRow("d", "e");
  {
    Ledger::Transaction transaction(ledger);
    ledger.Append(early);
    for (int i = 0; i < 600; ++i) {
      Row row = GivenRow("d", "f");
      ledger.Append(row);
    }
    ledger.Land(early);
    ledger.Confirm(early.seq);
    transaction.Commit();
  }
  EXPECT_EQ(ledger.Verify(), Lines());
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

TEST(LedgerVerifying, FindsASchemaThatIsNotItsOwn) {
  const struct {
    const char* what;
    const char* statements;
    Lines found;
  } kCases[] = {
      {"a trigger more",
       "CREATE TRIGGER evil AFTER INSERT ON memory BEGIN"
       " DELETE FROM memory; END",
       {"the trigger evil was added"}},
      {"triggers less",
       "DROP TRIGGER entry_update; DROP TRIGGER entry_delete",
       {"the trigger entry_delete was dropped",
        "the trigger entry_update was dropped"}},
      {"another trigger",
       "DROP TRIGGER entry_delete;"
       "CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN"
       " SELECT 1; END",
       {"the trigger entry_delete was changed"}},
      {"a view more",
       "CREATE VIEW \"\x1b[2J\" AS SELECT 1",
       {"the view \\x1b[2J was added"}},
      {"another view",
       "DROP VIEW full_row; CREATE VIEW full_row AS"
       " SELECT text, hash, row.* FROM row JOIN entry USING (seq)"
       " WHERE pusher <> 'mallory'",
       {"the view full_row was changed"}},
      {"a view less", "DROP VIEW full_row", {"the view full_row was dropped"}},
      {"a table more",
       "CREATE TABLE more (a TEXT)",
       {"the table more was added"}},
      {"another table",
       "ALTER TABLE refused ADD COLUMN more TEXT",
       {"the table refused was changed"}},
      {"a table less", "DROP TABLE refused", {"the table refused was dropped"}},
      {"an index more",
       "CREATE INDEX more ON entry (hash)",
       {"the index more was added"}},
      {"another index",
       "DROP INDEX row_push; CREATE UNIQUE INDEX row_push ON row (seq)",
       {"the index row_push was changed"}},
      {"an index less",
       "DROP INDEX row_push",
       {"the index row_push was dropped"}},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    LedgerInReach ledger;
    ledger.Do(row.statements);
    EXPECT_EQ(ledger.Verify(), row.found);
  }
}

}  // namespace
}  // namespace commitgate
