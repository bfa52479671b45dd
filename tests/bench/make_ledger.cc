// SPDX-License-Identifier: MIT
//
// make_ledger GIT_DIR ROWS TIP
//
// Adds as many pushes of the past to the ledger of a repository, landed and
// confirmed, one a minute up to yesterday: every second one to refs/heads/main,
// which the last brings to TIP, the others to a thousand branches.
#include <fmt/core.h>

#include <cstdio>
#include <exception>
#include <string>
#include <string_view>

#include "hooks/clock.h"
#include "hooks/ledger/ledger.h"
#include "hooks/push/ledger_place.h"
#include "tests/bench/read_number.h"
#include "validator/git/blob_hash.h"

namespace commitgate::bench {
namespace {

constexpr Micros kMinute = 60 * kSecond;
constexpr Micros kDay = 24 * 60 * kMinute;
/// So that neither the file that is written beside the database nor the memory
/// that it takes grows with the number of rows.
constexpr int64_t kRowsAtOnce = 10'000;

ObjectId CommitOf(int64_t number) {
  return HashBlob(fmt::format("commit {}", number));
}

/// The push `number` of `count`; main is at TIP behind the last.
Row PushOf(int64_t number, int64_t count, Micros now, const ObjectId& tip) {
  const bool to_main = (count - 1 - number) % 2 == 0;
  const std::string ref =
      to_main ? "refs/heads/main"
              : fmt::format("refs/heads/branch{}", number / 2 % 1000);
  const int64_t step = to_main ? 2 : 2000;
  Row row;
  row.push = fmt::format("last-boot:{}:1", number);
  row.ref = ref;
  row.kind = number < step ? RowKind::kCreate : RowKind::kForward;
  row.how = RowHow::kForward;
  if (number >= step)
    row.before = CommitOf(number - step);
  row.after = number == count - 1 ? tip : CommitOf(number);
  row.pusher = Pusher{"unix", fmt::format("person{}", number % 100)};
  row.received = now - kDay - (count - number) * kMinute;
  row.clock = row.received;
  row.uptime = number * kMinute;
  row.boot = "last-boot";
  row.within = 10 * kMinute;
  row.policy = "nodejs";
  row.policy_id = CommitOf(0).Hex();
  row.state = RowState::kIntended;
  return row;
}

void AddPush(Ledger& ledger, Row row) {
  const int64_t seq = ledger.Append(row);
  ledger.Land(row);
  ledger.Confirm(seq);
}

void Fill(Ledger& ledger, int64_t count, const ObjectId& tip) {
  const Micros now = ReadClock().wall;
  for (int64_t number = 0; number < count;) {
    Ledger::Transaction transaction(ledger);
    for (int64_t i = 0; i < kRowsAtOnce && number < count; ++i)
      AddPush(ledger, PushOf(number++, count, now, tip));
    transaction.Commit();
  }
}

int Run(const std::string& git_dir, std::string_view rows,
        std::string_view tip) {
  const auto count = ReadNumber<int64_t>(rows);
  const auto id = ObjectId::FromHex(tip);
  if (count < 1 || !id)
    throw Error("how many rows, up to which commit?");
  Ledger ledger = Ledger::Open(LedgerPath(git_dir), Ledger::Access::kWrite);
  Fill(ledger, count, *id);
  return 0;
}

}  // namespace
}  // namespace commitgate::bench

int main(int argc, char** argv) {
  try {
    if (argc != 4)
      throw commitgate::Error("it wants GIT_DIR ROWS TIP");
    return commitgate::bench::Run(argv[1], argv[2], argv[3]);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "make_ledger: %s\n", error.what());
    return 2;
  }
}
