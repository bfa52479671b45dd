// SPDX-License-Identifier: MIT
#include "hooks/ledger/schema.h"

#include <fmt/core.h>

namespace commitgate {
namespace {

// commitgate-ledger(5) describes these; the two change together.
constexpr const char* kVersion1 = R"(
CREATE TABLE entry (
  seq  INTEGER PRIMARY KEY,
  text TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER entry_insert BEFORE INSERT ON entry
WHEN new.seq <> 1 + coalesce((SELECT max(seq) FROM entry), 0) BEGIN
  SELECT RAISE(ABORT, 'entries are added behind the newest');
END;
CREATE TRIGGER entry_update BEFORE UPDATE ON entry BEGIN
  SELECT RAISE(ABORT, 'entries are never altered');
END;
CREATE TRIGGER entry_delete BEFORE DELETE ON entry BEGIN
  SELECT RAISE(ABORT, 'entries are never taken out');
END;

CREATE TABLE row (
  seq       INTEGER PRIMARY KEY,
  push      TEXT NOT NULL,
  ref       TEXT NOT NULL,
  kind      TEXT NOT NULL,
  how       TEXT NOT NULL,
  old       TEXT,
  new       TEXT,
  provider  TEXT,
  pusher    TEXT,
  received  INTEGER NOT NULL,
  uptime    INTEGER NOT NULL,
  boot      TEXT NOT NULL,
  uses      INTEGER NOT NULL,
  until     INTEGER NOT NULL,
  state     TEXT NOT NULL,
  landed    INTEGER,
  moved     INTEGER NOT NULL,
  confirmed INTEGER NOT NULL
) STRICT;
CREATE INDEX row_push ON row (push);
CREATE INDEX row_landed ON row (ref, landed) WHERE landed IS NOT NULL;
CREATE INDEX row_moved ON row (ref, landed) WHERE moved = 1;
CREATE INDEX row_received ON row (ref, received, landed)
  WHERE landed IS NOT NULL;
CREATE INDEX row_uptime ON row (ref, boot, uptime, landed)
  WHERE landed IS NOT NULL;
CREATE INDEX row_intended ON row (state, ref) WHERE state = 'intended';
CREATE INDEX row_unconfirmed ON row (ref, boot)
  WHERE confirmed = 0 AND state IN ('intended', 'landed');
CREATE INDEX row_grant ON row (ref) WHERE state = 'open';
CREATE INDEX row_uses ON row (uses) WHERE uses <> 0;

CREATE VIEW full_row AS
  SELECT text, hash, row.* FROM row JOIN entry USING (seq);

CREATE TABLE ref (
  name   TEXT PRIMARY KEY,
  within INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE memory (
  ref      TEXT NOT NULL,
  object   TEXT NOT NULL,
  since    INTEGER NOT NULL,
  provider TEXT,
  pusher   TEXT,
  source   INTEGER NOT NULL,
  clock    INTEGER NOT NULL,
  uptime   INTEGER NOT NULL,
  boot     TEXT NOT NULL,
  within   INTEGER NOT NULL,
  landed   INTEGER NOT NULL,
  push     TEXT NOT NULL,
  PRIMARY KEY (ref, object, since)
) STRICT, WITHOUT ROWID;
CREATE TABLE closing (
  ref   TEXT NOT NULL,
  since INTEGER NOT NULL,
  PRIMARY KEY (ref, since)
) STRICT, WITHOUT ROWID;

CREATE TABLE refused (
  day    INTEGER NOT NULL,
  pusher TEXT NOT NULL,
  count  INTEGER NOT NULL,
  PRIMARY KEY (day, pusher)
) STRICT, WITHOUT ROWID;
)";

int64_t ReadNumber(Connection& connection, std::string_view sql) {
  Query query(connection, sql);
  query.Next();
  return query.Number(0);
}

int64_t ReadVersion(Connection& connection) {
  return ReadNumber(connection, "PRAGMA user_version");
}

bool IsEmpty(Connection& connection) {
  return ReadNumber(connection, "SELECT count(*) FROM sqlite_schema") == 0;
}

void RequireOwn(Connection& connection) {
  if (ReadNumber(connection, "PRAGMA application_id") != kApplicationId)
    connection.Fail("it is a database, but no ledger");
}

void RequireNotNewer(Connection& connection, int64_t version, size_t known) {
  if (version < 0 || version > static_cast<int64_t>(known))
    connection.Fail(fmt::format(
        "it is of version {}, and this commitgate knows versions up to {} only",
        version, known));
}

void TakeSteps(Connection& connection, std::span<const SchemaStep> steps) {
  const int64_t version = ReadVersion(connection);
  if (version > 0 || !IsEmpty(connection))
    RequireOwn(connection);
  RequireNotNewer(connection, version, steps.size());
  for (const SchemaStep& step : steps.subspan(static_cast<size_t>(version)))
    connection.Execute(step.statements);
  connection.Execute(
      fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}",
                  kApplicationId, steps.size())
          .c_str());
}

}  // namespace

std::span<const SchemaStep> SchemaSteps() {
  static constexpr SchemaStep kSteps[] = {{kVersion1}};
  return kSteps;
}

void BringUpToDate(Connection& connection, std::span<const SchemaStep> steps) {
  if (ReadVersion(connection) == static_cast<int64_t>(steps.size()))
    return RequireOwn(connection);
  connection.Execute("BEGIN IMMEDIATE");
  // Another process may have done it meanwhile; that is seen from here on.
  TakeSteps(connection, steps);
  connection.Execute("COMMIT");
}

void RequireVersion(Connection& connection, std::span<const SchemaStep> steps) {
  RequireOwn(connection);
  const int64_t version = ReadVersion(connection);
  RequireNotNewer(connection, version, steps.size());
  if (version < static_cast<int64_t>(steps.size()))
    connection.Fail(fmt::format(
        "it is of version {}, and has to be opened for writing first",
        version));
}

}  // namespace commitgate
