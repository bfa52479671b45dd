// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "hooks/ledger/entry.h"
#include "tests/hooks/ledger/given_rows.h"
#include "tests/support/process.h"

namespace commitgate {
namespace {

using testing::Append;
using testing::As;
using testing::At;
using testing::By;
using testing::Confirm;
using testing::GivenRow;
using testing::Land;
using testing::Of;
using testing::WithoutPush;

using Seqs = std::vector<int64_t>;

Seqs List(const Ledger& ledger, const LedgerFilter& filter) {
  Seqs seqs;
  ledger.List(filter,
              [&](const FoldedRow& row) { seqs.push_back(row.row.seq); });
  return seqs;
}

std::vector<std::string> Export(const Ledger& ledger) {
  std::vector<std::string> lines;
  ledger.Export([&](const std::string& line) { lines.push_back(line); });
  return lines;
}

/// Rows 1, 2, 4, 5 and 6.
Ledger GivenLedger() {
  Ledger ledger = Ledger::InMemory();
  Append(ledger, At(GivenRow("", "a"), 100));
  Append(ledger, At(Of(By(GivenRow("", "b"), "bob"), "refs/heads/side"), 200));
  Land(ledger, 1);
  Append(ledger,
         At(As(By(GivenRow("a", "c"), "bob"), RowState::kRefused), 300));
  Append(ledger, At(WithoutPush(RowKind::kOutside, "a", "d"), 300));
  Append(ledger, At(GivenRow("d", "e"), 400));
  return ledger;
}

TEST(LedgerListing, ListsRowsByWhatIsAskedFor) {
  const struct {
    const char* what;
    LedgerFilter filter;
    Seqs seqs;
  } kCases[] = {
      {"all", {}, {1, 2, 4, 5, 6}},
      {"a ref", {.ref = "refs/heads/main"}, {1, 4, 5, 6}},
      {"part of a ref's name", {.ref = "refs/heads/mai"}, {}},
      {"a person", {.pusher = "bob"}, {2, 4}},
      {"a person with the provider", {.pusher = "unix:bob"}, {2, 4}},
      {"of another provider", {.pusher = "github:bob"}, {}},
      {"since", {.since = 300}, {4, 5, 6}},
      {"until", {.until = 300}, {1, 2, 4, 5}},
      {"since and until", {.since = 200, .until = 200}, {2}},
      {"the last ones", {.limit = 2}, {5, 6}},
      {"the last ones of somebody", {.pusher = "bob", .limit = 1}, {4}},
      {"more than there are", {.limit = 100}, {1, 2, 4, 5, 6}},
      {"nothing", {.ref = "refs/heads/side", .since = 201}, {}},
  };
  const Ledger ledger = GivenLedger();
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(List(ledger, row.filter), row.seqs);
  }
}

TEST(LedgerListing, ListsRowsAsTheyAreFound) {
  const Ledger ledger = GivenLedger();
  std::vector<std::string> states;
  ledger.List({}, [&](const FoldedRow& listed) {
    const auto found = ledger.Find(listed.row.seq);
    EXPECT_EQ(listed.row, found->row);
    EXPECT_EQ(listed.hash, found->hash);
    EXPECT_EQ(listed.previous_hash, found->previous_hash);
    states.emplace_back(Word(listed.state));
  });
  EXPECT_EQ(states, (std::vector<std::string>{"landed", "intended", "refused",
                                              "outside", "intended"}));
}

TEST(LedgerListing, ExportsEachEntryWithItsHashBehindIt) {
  const Ledger ledger = GivenLedger();
  const auto lines = Export(ledger);
  ASSERT_EQ(lines.size(), 6U);
  const FoldedRow first = *ledger.Find(1);
  const std::string text = PrintEntry(
      {.seq = 1, .previous_hash = first.previous_hash, .content = first.row});
  EXPECT_EQ(lines[0], text.substr(0, text.size() - 1) + ",\"hash\":\"" +
                          first.hash + "\"}");
  EXPECT_EQ(lines[2].find(R"({"seq":3,"entry":"settlement","about":1,)"), 0U);
}

// As anybody can do it, without this program.
TEST(LedgerListing, GitVerifiesWhatIsExported) {
  Ledger ledger = GivenLedger();
  Row row = GivenRow("e", "f");
  row.reason = "\xff quotes \" and \\ and \xc3\xbc";
  Append(ledger, row);
  Confirm(ledger, 1);
  std::string previous(40, '0');
  for (const std::string& line : Export(ledger)) {
    const size_t end = line.rfind(",\"hash\":\"");
    ASSERT_NE(end, line.npos);
    const std::string hash = line.substr(end + 9, 40);
    const std::string text = line.substr(0, end) + "}";
    EXPECT_EQ(testing::Git(".", {"hash-object", "--stdin"}, text + "\n"), hash);
    EXPECT_NE(text.find("\"prev\":\"" + previous + "\"}"), text.npos) << text;
    previous = hash;
  }
}

TEST(LedgerListing, KnowsWhatWasOnlyCounted) {
  constexpr Micros kDay = 24 * 60 * 60 * kSecond;
  Ledger ledger = Ledger::InMemory();
  Row bobs = As(By(GivenRow("a", "b"), "bob"), RowState::kRefused);
  Row nobodys = bobs;
  nobodys.pusher.reset();
  Append(ledger, At(bobs, 5 * kDay));
  Append(ledger, At(nobodys, 5 * kDay + 1));
  Append(ledger, At(bobs, 6 * kDay));
  Append(ledger, At(GivenRow("a", "b"), 6 * kDay));
  Ledger::Transaction transaction(ledger);
  for (const int times : {1, 2, 3})
    ledger.CountRefused("unix:bob", 5 * kDay + times);
  ledger.CountRefused("unix:bob", 6 * kDay);
  ledger.CountRefused("", 5 * kDay);
  ledger.CountRefused("", 6 * kDay - 1);
  transaction.Commit();
  const OnlyCounted of_bob{5 * kDay, bobs.pusher, 2};
  const OnlyCounted of_nobody{5 * kDay, std::nullopt, 1};
  using All = std::vector<OnlyCounted>;
  const struct {
    const char* what;
    LedgerFilter filter;
    All found;
  } kCases[] = {
      {"all", {}, {of_nobody, of_bob}},
      {"a limit is for rows", {.limit = 1}, {of_nobody, of_bob}},
      {"a person", {.pusher = "bob"}, {of_bob}},
      {"with the provider", {.pusher = "unix:bob"}, {of_bob}},
      {"of another provider", {.pusher = "github:bob"}, {}},
      {"a ref", {.ref = "refs/heads/main"}, {}},
      {"late that day", {.since = 6 * kDay - 1}, {of_nobody, of_bob}},
      {"the day behind", {.since = 6 * kDay}, {}},
      {"early that day", {.until = 5 * kDay}, {of_nobody, of_bob}},
      {"the day before", {.until = 5 * kDay - 1}, {}},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    EXPECT_EQ(ledger.CountedBeyondRows(row.filter), row.found);
  }
}

}  // namespace
}  // namespace commitgate
