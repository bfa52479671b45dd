// SPDX-License-Identifier: MIT
//
// What deciding on a push costs, without what git and the disk cost.
#include <benchmark/benchmark.h>

#include <string>

#include "hooks/push/decide.h"
#include "hooks/push/settle.h"
#include "hooks/window/replay.h"
#include "tests/bench/functions/groups.h"
#include "tests/bench/functions/linear_server.h"

namespace commitgate::bench {
namespace {

constexpr Micros kWindow = 600 * kSecond;
const Pusher kAlice{"unix", "alice"};

/// Brings main from one commit to the next, as the push `number`.
Row ForwardRow(int64_t number) {
  Row row;
  row.push = "boot:" + std::to_string(number) + ":1";
  row.ref = LinearServer::main();
  row.kind = number == 0 ? RowKind::kCreate : RowKind::kForward;
  row.how = RowHow::kForward;
  if (number > 0)
    row.before = LinearServer::CommitAt(number - 1);
  row.after = LinearServer::CommitAt(number);
  row.pusher = kAlice;
  row.received = row.clock = row.uptime = (number + 1) * kSecond;
  row.boot = "boot";
  row.within = kWindow;
  row.policy = "nodejs";
  row.policy_id = LinearServer::CommitAt(0).Hex();
  row.state = RowState::kIntended;
  return row;
}

LandedHistory HistoryOf(int64_t pushes) {
  LandedHistory history;
  for (int64_t i = 0; i < pushes; ++i) {
    Row row = ForwardRow(i);
    row.seq = i + 1;
    history.rows.push_back({.row = row, .order = i + 1, .moved = true});
  }
  return history;
}

/// A window in which somebody has pushed so often.
void ReplayPushes(benchmark::State& state, int64_t pushes) {
  const LandedHistory history = HistoryOf(pushes);
  const LinearServer server;
  const Recall nothing = [](const ObjectId&, int64_t) {
    return std::optional<Mark>();
  };
  for (auto _ : state)
    benchmark::DoNotOptimize(Replay(history, server, nothing, kWindow));
}

void AddPushesTo(Ledger& ledger, int64_t pushes) {
  Ledger::Transaction transaction(ledger);
  for (int64_t i = 0; i < pushes; ++i) {
    Row row = ForwardRow(i);
    const int64_t seq = ledger.Append(row);
    ledger.Land(row);
    ledger.Confirm(seq);
  }
  transaction.Commit();
}

void AppendRow(benchmark::State& state) {
  Ledger ledger = Ledger::InMemory();
  int64_t number = 0;
  for (auto _ : state) {
    Ledger::Transaction transaction(ledger);
    Row row = ForwardRow(number++);
    benchmark::DoNotOptimize(ledger.Append(row));
    transaction.Commit();
  }
}

PushPolicy PolicyOfBranches() {
  PushPolicy policy;
  RefPolicy branches;
  branches.match = RefPattern("refs/heads/*");
  branches.within = kWindow;
  policy.refs.push_back(branches);
  return policy;
}

PushRequest RequestOf(int64_t number, const PushPolicy& policy) {
  PushRequest request{.push = "boot:" + std::to_string(number) + ":1",
                      .pusher = kAlice,
                      .policy = policy,
                      .policy_name = "nodejs",
                      .policy_id = LinearServer::CommitAt(0).Hex()};
  Candidate candidate;
  candidate.update = {LinearServer::main(), LinearServer::CommitAt(number - 1),
                      LinearServer::CommitAt(number)};
  candidate.policy = policy.Find(LinearServer::main());
  request.candidates.push_back(candidate);
  return request;
}

/// A minute lies between two pushes, so that ten are in the window.
void DecideOnPushes(benchmark::State& state, int64_t rows) {
  Ledger ledger = Ledger::InMemory();
  AddPushesTo(ledger, rows);
  LinearServer server;
  server.tip = rows - 1;
  const PushPolicy policy = PolicyOfBranches();
  for (auto _ : state) {
    const int64_t next = server.tip + 1;
    const Micros now = (rows + 60 * (next - rows + 1)) * kSecond;
    server.now = {.wall = now, .uptime = now, .boot = "boot"};
    const auto answers = Decide(ledger, server, RequestOf(next, policy));
    if (!answers.front().accepted)
      state.SkipWithError("the push is refused");
    server.tip = next;
  }
}

}  // namespace

void AddPushes() {
  using benchmark::RegisterBenchmark;
  RegisterBenchmark("a push/add a row to the ledger", AppendRow);
  RegisterBenchmark("a push/play 10 pushes", ReplayPushes, 10);
  RegisterBenchmark("a push/play 100 pushes", ReplayPushes, 100);
  RegisterBenchmark("a push/play 1000 pushes", ReplayPushes, 1000);
  RegisterBenchmark("a push/decide, 1 row is there", DecideOnPushes, 1);
  RegisterBenchmark("a push/decide, 10,000 rows are there", DecideOnPushes,
                    10'000);
}

}  // namespace commitgate::bench
