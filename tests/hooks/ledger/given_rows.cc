// SPDX-License-Identifier: MIT
#include "tests/hooks/ledger/given_rows.h"

#include "validator/error.h"
#include "validator/git/blob_hash.h"

namespace commitgate::testing {

std::optional<ObjectId> Commit(std::string_view name) {
  if (name.empty())
    return std::nullopt;
  return HashBlob(name);
}

Row GivenRow(std::string_view before, std::string_view after) {
  RowKind kind = RowKind::kForward;
  if (before.empty())
    kind = RowKind::kCreate;
  else if (after.empty())
    kind = RowKind::kDelete;
  else if (before == after)
    kind = RowKind::kNone;
  return {
      .push = "boot-1:100:1",
      .ref = "refs/heads/main",
      .kind = kind,
      .how = RowHow::kForward,
      .before = Commit(before),
      .after = Commit(after),
      .pusher = Pusher{.provider = "unix", .id = "alice"},
      .received = 1'700'000'000 * kSecond,
      .clock = 1'700'000'000 * kSecond,
      .uptime = 5000 * kSecond,
      .boot = "boot-1",
      .within = 600 * kSecond,
      .policy = "nodejs",
      .policy_id = Commit("policy")->Hex(),
      .reason = {},
      .state = RowState::kIntended,
  };
}

Row Of(Row row, const std::string& ref) {
  row.ref = ref;
  return row;
}

Row By(Row row, const std::string& pusher) {
  row.pusher->id = pusher;
  return row;
}

Row In(Row row, const std::string& push) {
  row.push = push;
  return row;
}

Row As(Row row, RowState state) {
  row.state = state;
  if (state == RowState::kRefused)
    row.how = RowHow::kRefused;
  return row;
}

Row At(Row row, Micros received) {
  row.received = row.clock = received;
  return row;
}

Row WithoutPush(RowKind kind, std::string_view before, std::string_view after) {
  Row row = GivenRow(before, after);
  row.push.clear();
  row.pusher.reset();
  row.within = 0;
  row.kind = kind;
  row.how = RowHow::kClock;
  row.state = RowState::kLanded;
  if (kind == RowKind::kOutside) {
    row.how = RowHow::kOutside;
    row.state = RowState::kOutside;
  }
  if (kind == RowKind::kBaseline) {
    row.how = RowHow::kBaseline;
    row.state = RowState::kBaseline;
  }
  return row;
}

Row Being(Row row, RowKind kind, RowHow how) {
  row.kind = kind;
  row.how = how;
  return row;
}

int64_t Append(Ledger& ledger, Row row) {
  Ledger::Transaction transaction(ledger);
  const int64_t seq = ledger.Append(row);
  transaction.Commit();
  return seq;
}

LandedRow Land(Ledger& ledger, int64_t seq) {
  Ledger::Transaction transaction(ledger);
  Row row;
  row.seq = seq;
  if (const auto found = ledger.Find(seq))
    row = found->row;
  LandedRow landed = ledger.Land(row);
  transaction.Commit();
  return landed;
}

int64_t AppendLanded(Ledger& ledger, Row row) {
  return Land(ledger, Append(ledger, std::move(row))).order;
}

void Abandon(Ledger& ledger, int64_t seq) {
  Ledger::Transaction transaction(ledger);
  ledger.Abandon(seq);
  transaction.Commit();
}

void Confirm(Ledger& ledger, int64_t seq) {
  Ledger::Transaction transaction(ledger);
  ledger.Confirm(seq);
  transaction.Commit();
}

void Use(Ledger& ledger, int64_t seq) {
  Ledger::Transaction transaction(ledger);
  ledger.Use(seq);
  transaction.Commit();
}

std::string Refusal(const std::function<void()>& function) {
  try {
    function();
    return "none";
  } catch (const Error& error) {
    return error.what();
  }
}

namespace {

std::string Show(const std::optional<ObjectId>& commit) {
  if (!commit)
    return "-";
  for (char name = 'a'; name <= 'z'; ++name)
    if (Commit(std::string(1, name)) == commit)
      return std::string(1, name);
  return commit->Hex();
}

}  // namespace

std::string Show(const std::optional<LedgerTip>& tip) {
  if (!tip)
    return "unknown";
  return Show(tip->value) + " (" + Show(tip->last) + ") " +
         std::string(Word(tip->how));
}

}  // namespace commitgate::testing
