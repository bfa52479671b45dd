// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/hooks/ledger/given_rows.h"

namespace commitgate {
namespace {

using testing::Abandon;
using testing::Append;
using testing::AppendLanded;
using testing::As;
using testing::Being;
using testing::Commit;
using testing::Confirm;
using testing::GivenRow;
using testing::Land;
using testing::Of;
using testing::Refusal;
using testing::Show;
using testing::Use;
using testing::WithoutPush;

constexpr const char* kMain = "refs/heads/main";

Row Grant(std::string_view before, std::string_view after) {
  return Being(As(GivenRow(before, after), RowState::kOpen), RowKind::kGrant,
               RowHow::kGrant);
}

TEST(LedgerAdding, CountsRowsAndSettlementsTogether) {
  Ledger ledger = Ledger::InMemory();
  EXPECT_EQ(Append(ledger, GivenRow("", "a")), 1);
  EXPECT_EQ(Land(ledger, 1).order, 2);
  Confirm(ledger, 1);
  EXPECT_EQ(Append(ledger, GivenRow("a", "b")), 4);
  Abandon(ledger, 4);
  EXPECT_EQ(Append(ledger, Grant("a", "c")), 6);
  Use(ledger, 6);
  EXPECT_EQ(Append(ledger, GivenRow("a", "b")), 8);
  EXPECT_EQ(ledger.Verify(), std::vector<std::string>());
}

TEST(LedgerAdding, OrdersRowsAsTheyLanded) {
  Ledger ledger = Ledger::InMemory();
  const int64_t first = Append(ledger, Of(GivenRow("", "a"), "refs/heads/x"));
  const int64_t second = Append(ledger, Of(GivenRow("", "b"), "refs/heads/y"));
  EXPECT_EQ(Land(ledger, second).order, 3);
  const LandedRow landed = Land(ledger, first);
  EXPECT_EQ(landed.order, 4);
  EXPECT_EQ(landed.row, ledger.Find(first)->row);
}

TEST(LedgerAdding, WhatIsWrittenAsLandedHasItsOwnSeqAsItsOrder) {
  Ledger ledger = Ledger::InMemory();
  Append(ledger, GivenRow("", "a"));
  const int64_t seq = Append(ledger, WithoutPush(RowKind::kOutside, "", "b"));
  EXPECT_EQ(Land(ledger, seq).order, seq);
}

TEST(LedgerAdding, WhatLandsMovesTheTipThatItStartedFrom) {
  const struct {
    const char* what;
    std::vector<Row> before;
    Row row;
    bool moved;
    std::string tip;
  } kCases[] = {
      {"the first creation", {}, GivenRow("", "a"), true, "a (a) forward"},
      {"a first row that starts from somewhere",
       {},
       GivenRow("a", "b"),
       false,
       "unknown"},
      {"a forward push",
       {GivenRow("", "a")},
       GivenRow("a", "b"),
       true,
       "b (b) forward"},
      {"a rewrite by the window",
       {GivenRow("", "a")},
       Being(GivenRow("a", "b"), RowKind::kRewrite, RowHow::kWindow),
       true,
       "b (b) window"},
      {"a movement that another row has told of",
       {GivenRow("", "a"), GivenRow("a", "b")},
       GivenRow("a", "b"),
       false,
       "b (b) forward"},
      {"a creation of what is there",
       {GivenRow("", "a")},
       GivenRow("", "b"),
       false,
       "a (a) forward"},
      {"a push that changes nothing",
       {GivenRow("", "a")},
       As(GivenRow("a", "a"), RowState::kIntended),
       false,
       "a (a) forward"},
      {"a deletion",
       {GivenRow("", "a")},
       Being(GivenRow("a", ""), RowKind::kDelete, RowHow::kAllow),
       true,
       "- (a) allow"},
      {"a second deletion",
       {GivenRow("", "a"), GivenRow("a", "")},
       GivenRow("a", ""),
       false,
       "- (a) forward"},
      {"a creation after a deletion",
       {GivenRow("", "a"), GivenRow("a", "")},
       GivenRow("", "b"),
       true,
       "b (b) forward"},
      {"another ref",
       {Of(GivenRow("", "a"), "refs/heads/x")},
       GivenRow("a", "b"),
       false,
       "unknown"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    Ledger ledger = Ledger::InMemory();
    for (const Row& before : row.before)
      AppendLanded(ledger, before);
    EXPECT_EQ(Land(ledger, Append(ledger, row.row)).moved, row.moved);
    EXPECT_EQ(Show(ledger.Tip(kMain)), row.tip);
    EXPECT_EQ(ledger.Verify(), std::vector<std::string>());
  }
}

TEST(LedgerAdding, WhatIsWrittenAsLandedMovesTheTipByItself) {
  const struct {
    const char* what;
    Row row;
    std::string tip;
  } kCases[] = {
      {"outside", WithoutPush(RowKind::kOutside, "a", "b"), "b (b) outside"},
      {"outside, from a value that is not the ledger's",
       WithoutPush(RowKind::kOutside, "x", "b"), "b (b) outside"},
      {"outside, to the same", WithoutPush(RowKind::kOutside, "a", "a"),
       "a (a) outside"},
      {"deleted outside", WithoutPush(RowKind::kOutside, "a", ""),
       "- (a) outside"},
      {"baseline", WithoutPush(RowKind::kBaseline, "", "b"), "b (b) baseline"},
      {"clock", WithoutPush(RowKind::kClock, "", ""), "a (a) forward"},
      {"clock with values", WithoutPush(RowKind::kClock, "a", "b"),
       "a (a) forward"},
      {"changes nothing", As(GivenRow("a", "a"), RowState::kLanded),
       "a (a) forward"},
      {"refused", As(GivenRow("a", "b"), RowState::kRefused), "a (a) forward"},
      {"intended", GivenRow("a", "b"), "a (a) forward"},
      {"a grant", Grant("a", "b"), "a (a) forward"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    Ledger ledger = Ledger::InMemory();
    AppendLanded(ledger, GivenRow("", "a"));
    Append(ledger, row.row);
    EXPECT_EQ(Show(ledger.Tip(kMain)), row.tip);
    EXPECT_EQ(ledger.Verify(), std::vector<std::string>());
  }
}

TEST(LedgerAdding, RemembersTheLastValueOverDeletions) {
  Ledger ledger = Ledger::InMemory();
  Append(ledger, WithoutPush(RowKind::kOutside, "", ""));
  EXPECT_EQ(Show(ledger.Tip(kMain)), "- (-) outside");
  AppendLanded(ledger, GivenRow("", "a"));
  AppendLanded(ledger, GivenRow("a", ""));
  Append(ledger, WithoutPush(RowKind::kOutside, "", ""));
  EXPECT_EQ(Show(ledger.Tip(kMain)), "- (a) outside");
}

TEST(LedgerAdding, SettlesARowOnce) {
  Ledger ledger = Ledger::InMemory();
  const int64_t seq = Append(ledger, GivenRow("", "a"));
  const LandedRow landed = Land(ledger, seq);
  EXPECT_EQ(Land(ledger, seq), landed);
  Confirm(ledger, seq);
  Confirm(ledger, seq);
  EXPECT_EQ(Append(ledger, GivenRow("a", "b")), 4);
  Abandon(ledger, 4);
  Abandon(ledger, 4);
  EXPECT_EQ(Append(ledger, Grant("a", "c")), 6);
  Use(ledger, 6);
  Use(ledger, 6);
  EXPECT_EQ(Append(ledger, GivenRow("a", "b")), 8);
}

TEST(LedgerAdding, LandsWhatWasAbandonedTooEarly) {
  Ledger ledger = Ledger::InMemory();
  const int64_t seq = Append(ledger, GivenRow("", "a"));
  Abandon(ledger, seq);
  EXPECT_EQ(ledger.Find(seq)->state, RowState::kAbandoned);
  EXPECT_TRUE(Land(ledger, seq).moved);
  EXPECT_EQ(ledger.Find(seq)->state, RowState::kLanded);
  EXPECT_EQ(ledger.Verify(), std::vector<std::string>());
}

TEST(LedgerAdding, RefusesWhatCannotBecomeOfARow) {
  Ledger ledger = Ledger::InMemory();
  const int64_t refused =
      Append(ledger, As(GivenRow("", "a"), RowState::kRefused));
  const int64_t grant = Append(ledger, Grant("", "a"));
  const int64_t landed = Append(ledger, GivenRow("", "a"));
  const int64_t outside =
      Append(ledger, WithoutPush(RowKind::kOutside, "", "a"));
  Land(ledger, landed);
  const struct {
    std::function<void()> act;
    std::string reason;
  } kCases[] = {
      {[&] { Land(ledger, refused); },
       "row 1 is refused and cannot become "
       "landed"},
      {[&] { Land(ledger, grant); }, "row 2 is open and cannot become landed"},
      {[&] { Abandon(ledger, refused); },
       "row 1 is refused and cannot become "
       "abandoned"},
      {[&] { Abandon(ledger, landed); },
       "row 3 is landed and cannot become "
       "abandoned"},
      {[&] { Abandon(ledger, outside); },
       "row 4 is outside and cannot become "
       "abandoned"},
      {[&] { Confirm(ledger, refused); },
       "row 1 is refused and cannot become "
       "confirmed"},
      {[&] { Use(ledger, landed); }, "row 3 is landed and cannot become used"},
      {[&] { Use(ledger, refused); },
       "row 1 is refused and cannot become "
       "used"},
      {[&] { Land(ledger, 99); }, "it has no row 99"},
      {[&] { Abandon(ledger, 0); }, "it has no row 0"},
      {[&] { Confirm(ledger, -1); }, "it has no row -1"},
      {[&] { Use(ledger, 5); }, "it has no row 5"},
  };
  for (const auto& row : kCases)
    EXPECT_EQ(Refusal(row.act), "the ledger 'in memory': " + row.reason);
  EXPECT_EQ(ledger.Verify(), std::vector<std::string>());
}

TEST(LedgerAdding, CountsRefusalsOfEachPersonAndDay) {
  constexpr Micros kDay = 24 * 3600 * kSecond;
  Ledger ledger = Ledger::InMemory();
  Ledger::Transaction transaction(ledger);
  EXPECT_EQ(ledger.CountRefused("unix:alice", 5 * kDay), 0);
  EXPECT_EQ(ledger.CountRefused("unix:alice", 6 * kDay - 1), 1);
  EXPECT_EQ(ledger.CountRefused("unix:bob", 5 * kDay), 0);
  EXPECT_EQ(ledger.CountRefused("unix:alice", 6 * kDay), 0);
  EXPECT_EQ(ledger.CountRefused("", 5 * kDay), 0);
  EXPECT_EQ(ledger.CountRefused("unix:alice", 5 * kDay + 7), 2);
}

}  // namespace
}  // namespace commitgate
