// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include "tests/hooks/ledger/given_rows.h"

namespace commitgate {
namespace {

using testing::Abandon;
using testing::Append;
using testing::AppendLanded;
using testing::As;
using testing::At;
using testing::Being;
using testing::By;
using testing::Commit;
using testing::Confirm;
using testing::GivenRow;
using testing::In;
using testing::Land;
using testing::Of;
using testing::Show;
using testing::Use;
using testing::WithoutPush;

using Seqs = std::vector<int64_t>;

constexpr const char* kMain = "refs/heads/main";
constexpr const char* kSide = "refs/heads/side";

int64_t Seq(const Row& row) {
  return row.seq;
}
int64_t Seq(const FoldedRow& row) {
  return row.row.seq;
}
int64_t Seq(const LandedRow& row) {
  return row.row.seq;
}

template <typename T>
Seqs SeqsOf(const std::vector<T>& rows) {
  Seqs seqs;
  for (const T& row : rows)
    seqs.push_back(Seq(row));
  return seqs;
}

TEST(LedgerAsking, AnEmptyLedgerKnowsNothing) {
  const Ledger ledger = Ledger::InMemory();
  EXPECT_EQ(ledger.NewestReceived(), std::nullopt);
  EXPECT_EQ(ledger.Tip(kMain), std::nullopt);
  EXPECT_EQ(ledger.TipBefore(kMain, 5, "p"), std::nullopt);
  EXPECT_EQ(ledger.TipBeforeOrBy(kMain, 5, "p"), std::nullopt);
  EXPECT_EQ(ledger.Refs(), std::vector<std::string>());
  EXPECT_EQ(SeqsOf(ledger.OpenRows("")), Seqs());
  EXPECT_EQ(SeqsOf(ledger.UnconfirmedRows(kMain, "boot-1")), Seqs());
  EXPECT_EQ(SeqsOf(ledger.RowsOf("p")), Seqs());
  EXPECT_EQ(ledger.LongestWithin(kMain), 0);
  EXPECT_EQ(ledger.Recall(kMain, *Commit("a"), 5), std::nullopt);
  const LandedHistory history = ledger.RecentHistory(kMain, 0, 0, "boot-1");
  EXPECT_EQ(history.before, std::nullopt);
  EXPECT_EQ(SeqsOf(history.rows), Seqs());
  EXPECT_EQ(ledger.Verify(), std::vector<std::string>());
}

TEST(LedgerAsking, TimeIsThatOfTheNewestRowOfAnyKind) {
  Ledger ledger = Ledger::InMemory();
  Append(ledger, At(GivenRow("", "a"), 1000));
  EXPECT_EQ(ledger.NewestReceived(), 1000);
  Append(ledger, At(As(GivenRow("a", "b"), RowState::kRefused), 2000));
  EXPECT_EQ(ledger.NewestReceived(), 2000);
  Land(ledger, 1);
  EXPECT_EQ(ledger.NewestReceived(), 2000);
  Append(ledger, At(WithoutPush(RowKind::kClock, "", ""), 500));
  EXPECT_EQ(ledger.NewestReceived(), 500);
}

TEST(LedgerAsking, TipsAreThoseBeforeAnOrder) {
  Ledger ledger = Ledger::InMemory();
  const int64_t a = AppendLanded(ledger, GivenRow("", "a"));
  const int64_t b = AppendLanded(ledger, GivenRow("a", "b"));
  const int64_t none = AppendLanded(ledger, GivenRow("b", ""));
  EXPECT_EQ(Show(ledger.TipBefore(kMain, a)), "unknown");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, a + 1)), "a (a) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, b)), "a (a) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, b + 1)), "b (b) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, none + 1)), "- (b) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kSide, none + 1)), "unknown");
}

TEST(LedgerAsking, TipsCanBeWithoutAPush) {
  Ledger ledger = Ledger::InMemory();
  AppendLanded(ledger, GivenRow("", "a"));
  const int64_t own = AppendLanded(ledger, In(GivenRow("a", "b"), "own"));
  AppendLanded(ledger, GivenRow("b", "c"));
  // Nothing leads from a to c any more.
  EXPECT_EQ(Show(ledger.TipBefore(kMain, INT64_MAX, "own")), "a (a) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, INT64_MAX, "other")), "c (c) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, INT64_MAX, "")), "c (c) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, own, "own")), "a (a) forward");
  // A second row that tells of the same now moves the ref itself.
  AppendLanded(ledger, In(GivenRow("a", "b"), "twin"));
  EXPECT_EQ(Show(ledger.Tip(kMain)), "c (c) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, INT64_MAX, "own")), "b (b) forward");
  Append(ledger, WithoutPush(RowKind::kOutside, "c", "d"));
  EXPECT_EQ(Show(ledger.TipBefore(kMain, INT64_MAX, "own")), "d (d) outside");
}

TEST(LedgerAsking, TipsCanBeThoseOfAPushThatLandedLater) {
  Ledger ledger = Ledger::InMemory();
  AppendLanded(ledger, GivenRow("", "a"));
  const int64_t b = AppendLanded(ledger, In(GivenRow("a", "b"), "first"));
  const int64_t c = AppendLanded(ledger, In(GivenRow("b", "c"), "second"));
  EXPECT_EQ(Show(ledger.TipBeforeOrBy(kMain, b, "first")), "b (b) forward");
  EXPECT_EQ(Show(ledger.TipBeforeOrBy(kMain, b, "second")), "a (a) forward");
  EXPECT_EQ(Show(ledger.TipBeforeOrBy(kMain, b, "third")), "a (a) forward");
  EXPECT_EQ(Show(ledger.TipBeforeOrBy(kMain, c, "second")), "c (c) forward");
  EXPECT_EQ(Show(ledger.TipBeforeOrBy(kMain, 1, "second")), "c (c) forward");
  EXPECT_EQ(Show(ledger.TipBeforeOrBy(kMain, 1, "third")), "unknown");
}

TEST(LedgerAsking, TipsWithoutAPushKnowWhatWasThereLast) {
  Ledger ledger = Ledger::InMemory();
  AppendLanded(ledger, GivenRow("", "a"));
  AppendLanded(ledger, In(GivenRow("a", "b"), "own"));
  AppendLanded(ledger, GivenRow("a", ""));
  EXPECT_EQ(Show(ledger.Tip(kMain)), "b (b) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, INT64_MAX, "own")), "- (a) forward");
}

TEST(LedgerAsking, RowsOfOnePushMoveTheTipInTheOrderInWhichTheyLanded) {
  Ledger ledger = Ledger::InMemory();
  AppendLanded(ledger, GivenRow("", "a"));
  const int64_t second = Append(ledger, In(GivenRow("b", "c"), "own"));
  const int64_t first = Append(ledger, In(GivenRow("a", "b"), "own"));
  Land(ledger, first);
  Land(ledger, second);
  EXPECT_EQ(Show(ledger.TipBeforeOrBy(kMain, second, "own")), "c (c) forward");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, INT64_MAX, "own")), "a (a) forward");
}

TEST(LedgerAsking, NobodysRowsAreOfNoPush) {
  Ledger ledger = Ledger::InMemory();
  Append(ledger, WithoutPush(RowKind::kOutside, "", "a"));
  EXPECT_EQ(Show(ledger.TipBeforeOrBy(kMain, 1, "")), "unknown");
  EXPECT_EQ(Show(ledger.TipBefore(kMain, 9, "")), "a (a) outside");
}

TEST(LedgerAsking, KnowsTheRefsThatSomethingLandedOn) {
  Ledger ledger = Ledger::InMemory();
  AppendLanded(ledger, Of(GivenRow("", "a"), "refs/heads/z"));
  Append(ledger, Of(WithoutPush(RowKind::kBaseline, "", "a"), "refs/heads/a"));
  Append(ledger, Of(GivenRow("", "a"), "refs/heads/intended"));
  Append(ledger,
         Of(As(GivenRow("", "a"), RowState::kRefused), "refs/heads/refused"));
  EXPECT_EQ(ledger.Refs(),
            (std::vector<std::string>{"refs/heads/a", "refs/heads/z"}));
}

TEST(LedgerAsking, OpenRowsAreThoseNotYetSettled) {
  Ledger ledger = Ledger::InMemory();
  const int64_t main = Append(ledger, GivenRow("", "a"));
  const int64_t side = Append(ledger, Of(GivenRow("", "b"), kSide));
  const int64_t second = Append(ledger, GivenRow("", "c"));
  Append(ledger, As(GivenRow("", "d"), RowState::kRefused));
  Append(ledger, WithoutPush(RowKind::kOutside, "", "e"));
  EXPECT_EQ(SeqsOf(ledger.OpenRows("")), (Seqs{main, side, second}));
  EXPECT_EQ(SeqsOf(ledger.OpenRows(kMain)), (Seqs{main, second}));
  Land(ledger, main);
  Abandon(ledger, second);
  EXPECT_EQ(SeqsOf(ledger.OpenRows("")), Seqs{side});
  EXPECT_EQ(ledger.OpenRows(kSide).front(), ledger.Find(side)->row);
}

TEST(LedgerAsking, UnconfirmedAreAcceptedRowsWhoseEndNobodySaw) {
  Ledger ledger = Ledger::InMemory();
  const auto other_boot = [](Row row) {
    row.boot = "boot-0";
    return row;
  };
  const int64_t confirmed = Append(ledger, GivenRow("", "a"));
  const int64_t landed = Append(ledger, GivenRow("a", "b"));
  const int64_t intended = Append(ledger, GivenRow("b", "c"));
  const int64_t abandoned = Append(ledger, GivenRow("b", "d"));
  const int64_t same =
      Append(ledger, As(GivenRow("b", "b"), RowState::kLanded));
  Append(ledger, other_boot(GivenRow("b", "c")));
  Append(ledger, Of(GivenRow("b", "c"), kSide));
  Append(ledger, As(GivenRow("b", "c"), RowState::kRefused));
  Append(ledger, WithoutPush(RowKind::kClock, "", ""));
  Append(ledger, WithoutPush(RowKind::kOutside, "b", "b"));
  Land(ledger, confirmed);
  Confirm(ledger, confirmed);
  Land(ledger, landed);
  Abandon(ledger, abandoned);
  EXPECT_EQ(SeqsOf(ledger.UnconfirmedRows(kMain, "boot-1")),
            (Seqs{landed, intended, same}));
}

TEST(LedgerAsking, RowsOfAPushAreThoseOfAllItsRefs) {
  Ledger ledger = Ledger::InMemory();
  const int64_t first = Append(ledger, In(GivenRow("", "a"), "p"));
  Append(ledger, In(GivenRow("", "a"), "q"));
  const int64_t second = Append(ledger, In(Of(GivenRow("", "a"), kSide), "p"));
  Land(ledger, second);
  const auto rows = ledger.RowsOf("p");
  EXPECT_EQ(SeqsOf(rows), (Seqs{first, second}));
  EXPECT_EQ(rows[1].state, RowState::kLanded);
  EXPECT_EQ(SeqsOf(ledger.RowsOf("P")), Seqs());
}

TEST(LedgerAsking, RowsAreFoundWithTheirHashes) {
  Ledger ledger = Ledger::InMemory();
  Append(ledger, GivenRow("", "a"));
  Append(ledger, GivenRow("a", "b"));
  EXPECT_EQ(ledger.Find(1)->previous_hash, std::string(40, '0'));
  EXPECT_EQ(ledger.Find(2)->previous_hash, ledger.Find(1)->hash);
  EXPECT_EQ(ledger.Find(1)->hash.size(), 40U);
}

Row When(Row row, Micros received, Micros uptime,
         const std::string& boot = "boot-1") {
  row.received = row.clock = received;
  row.uptime = uptime;
  row.boot = boot;
  return row;
}

TEST(LedgerAsking, RecentHistoryIsRecentByOneOfTheClocks) {
  Ledger ledger = Ledger::InMemory();
  AppendLanded(ledger, When(GivenRow("", "a"), 100, 900, "boot-0"));  // 1
  AppendLanded(ledger, When(GivenRow("a", "b"), 200, 20));            // 3
  AppendLanded(ledger, When(GivenRow("b", "c"), 300, 30));            // 5
  AppendLanded(ledger, When(GivenRow("c", "d"), 400, 40));            // 7
  const struct {
    const char* what;
    Micros received;
    Micros uptime;
    const char* boot;
    int64_t order;
    Seqs rows;
    std::string before;
  } kCases[] = {
      {"all", 0, 0, "boot-1", INT64_MAX, {1, 3, 5, 7}, "unknown"},
      {"by the wall clock",
       300,
       1000,
       "boot-1",
       INT64_MAX,
       {5, 7},
       "b (b) forward"},
      {"by uptime", 1000, 30, "boot-1", INT64_MAX, {5, 7}, "b (b) forward"},
      {"a moment later by uptime",
       1000,
       31,
       "boot-1",
       INT64_MAX,
       {7},
       "c (c) forward"},
      {"the uptime of another boot says nothing",
       400,
       0,
       "boot-2",
       INT64_MAX,
       {7},
       "c (c) forward"},
      {"by the clock that is more generous",
       400,
       20,
       "boot-1",
       INT64_MAX,
       {3, 5, 7},
       "a (a) forward"},
      {"none", 401, 41, "boot-1", INT64_MAX, {}, "d (d) forward"},
      {"up to an order", 200, 1000, "boot-1", 8, {3, 5}, "a (a) forward"},
      {"none before the order", 400, 1000, "boot-1", 6, {}, "b (b) forward"},
      {"before all", 0, 0, "boot-1", 2, {}, "unknown"},
  };
  for (const auto& row : kCases) {
    SCOPED_TRACE(row.what);
    const LandedHistory history = ledger.RecentHistory(
        kMain, row.received, row.uptime, row.boot, row.order);
    EXPECT_EQ(SeqsOf(history.rows), row.rows);
    EXPECT_EQ(Show(history.before), row.before);
  }
}

// A row that is written first may land last: it is recent by its order only.
TEST(LedgerAsking, RecentHistoryHasAllThatLandedSince) {
  Ledger ledger = Ledger::InMemory();
  const int64_t late = Append(ledger, When(GivenRow("b", "c"), 100, 10));
  const int64_t first = Append(ledger, When(GivenRow("", "a"), 200, 20));
  const int64_t second = Append(ledger, When(GivenRow("a", "b"), 300, 30));
  for (const int64_t seq : {first, second, late})
    Land(ledger, seq);
  EXPECT_EQ(SeqsOf(ledger.RecentHistory(kMain, 200, 99, "boot-1").rows),
            (Seqs{first, second, late}));
  EXPECT_EQ(SeqsOf(ledger.RecentHistory(kMain, 300, 99, "boot-1").rows),
            (Seqs{second, late}));
  EXPECT_EQ(SeqsOf(ledger.RecentHistory(kMain, 301, 99, "boot-1").rows),
            Seqs());
}

TEST(LedgerAsking, RecentHistoryTellsWhatMovedTheRef) {
  Ledger ledger = Ledger::InMemory();
  AppendLanded(ledger, GivenRow("", "a"));
  AppendLanded(ledger, GivenRow("", "a"));
  Append(ledger, As(GivenRow("a", "a"), RowState::kLanded));
  Append(ledger, WithoutPush(RowKind::kClock, "", ""));
  Append(ledger, WithoutPush(RowKind::kOutside, "a", "b"));
  Append(ledger, As(GivenRow("b", "c"), RowState::kRefused));
  Append(ledger, GivenRow("b", "c"));
  AppendLanded(ledger, Of(GivenRow("", "a"), kSide));
  std::vector<bool> moved;
  std::vector<int64_t> orders;
  for (const auto& landed : ledger.RecentHistory(kMain, 0, 0, "").rows) {
    moved.push_back(landed.moved);
    orders.push_back(landed.order);
  }
  EXPECT_EQ(orders, (Seqs{2, 4, 5, 6, 7}));
  EXPECT_EQ(moved, (std::vector<bool>{true, false, false, false, true}));
}

TEST(LedgerAsking, TheLongestWithinIsThatOfWhatLanded) {
  const auto within = [](Row row, Micros micros) {
    row.within = micros;
    return row;
  };
  Ledger ledger = Ledger::InMemory();
  AppendLanded(ledger, within(GivenRow("", "a"), 0));
  EXPECT_EQ(ledger.LongestWithin(kMain), 0);
  AppendLanded(ledger, within(GivenRow("a", "b"), 600));
  AppendLanded(ledger, within(GivenRow("b", "c"), 300));
  AppendLanded(ledger, within(GivenRow("c", "d"), kForever));
  EXPECT_EQ(ledger.LongestWithin(kMain), 600);
  EXPECT_EQ(ledger.LongestWithin(kSide), 0);
}

Mark GivenMark(const std::string& pusher, int64_t order) {
  Mark mark;
  mark.pusher = Pusher{.provider = "unix", .id = pusher};
  mark.source = order - 1;
  mark.clock = 1000 * order;
  mark.uptime = 10 * order;
  mark.boot = "boot-1";
  mark.within = 600;
  mark.order = order;
  mark.push = "push";
  return mark;
}

TEST(LedgerAsking, RemembersWhatWentLast) {
  Ledger ledger = Ledger::InMemory();
  const ObjectId a = *Commit("a");
  const Mark first = GivenMark("alice", 2);
  const Mark second = GivenMark("bob", 5);
  {
    Ledger::Transaction transaction(ledger);
    ledger.Remember(kMain, 4, a, first);
    ledger.Remember(kMain, 8, a, GivenMark("carol", 3));
    ledger.Remember(kMain, 8, a, second);
    transaction.Commit();
  }
  EXPECT_EQ(ledger.Recall(kMain, a, 4), std::nullopt);
  EXPECT_EQ(ledger.Recall(kMain, a, 5), first);
  EXPECT_EQ(ledger.Recall(kMain, a, 8), first);
  EXPECT_EQ(ledger.Recall(kMain, a, 9), second);
  EXPECT_EQ(ledger.Recall(kSide, a, 9), std::nullopt);
  EXPECT_EQ(ledger.Recall(kMain, *Commit("b"), 9), std::nullopt);
}

TEST(LedgerAsking, RemembersWhatIsFinalAsFinal) {
  Ledger ledger = Ledger::InMemory();
  Ledger::Transaction transaction(ledger);
  ledger.Remember(kMain, 4, *Commit("a"), ClosedMark());
  EXPECT_EQ(ledger.Recall(kMain, *Commit("a"), 5), ClosedMark());
}

TEST(LedgerAsking, ClosedMemoryIsFinalAsSeenFromLater) {
  Ledger ledger = Ledger::InMemory();
  Ledger::Transaction transaction(ledger);
  const ObjectId a = *Commit("a");
  const ObjectId b = *Commit("b");
  ledger.Remember(kMain, 4, a, GivenMark("alice", 2));
  ledger.Remember(kSide, 4, a, GivenMark("alice", 2));
  ledger.CloseMemory(kMain, 6);
  ledger.CloseMemory(kMain, 6);
  ledger.Remember(kMain, 6, *Commit("d"), GivenMark("dora", 5));
  ledger.Remember(kMain, 8, b, GivenMark("bob", 3));
  EXPECT_EQ(ledger.Recall(kMain, *Commit("d"), 99), GivenMark("dora", 5));
  EXPECT_EQ(ledger.Recall(kMain, a, 5), GivenMark("alice", 2));
  EXPECT_EQ(ledger.Recall(kMain, a, 6), GivenMark("alice", 2));
  EXPECT_EQ(ledger.Recall(kMain, a, 7), ClosedMark());
  EXPECT_EQ(ledger.Recall(kMain, a, 99), ClosedMark());
  EXPECT_EQ(ledger.Recall(kMain, b, 99), GivenMark("bob", 3));
  EXPECT_EQ(ledger.Recall(kMain, *Commit("c"), 99), std::nullopt);
  EXPECT_EQ(ledger.Recall(kSide, a, 99), GivenMark("alice", 2));
}

Row Grant(std::string_view before, std::string_view after, Micros until) {
  Row row = Being(As(GivenRow(before, after), RowState::kOpen), RowKind::kGrant,
                  RowHow::kGrant);
  row.until = until;
  return row;
}

class Grants : public ::testing::Test {
 protected:
  Seqs Find(std::string_view before = "a", std::string_view after = "b",
            const std::string& to = "alice", Micros now = 50,
            const std::string& ref = kMain) {
    return SeqsOf(ledger_.Grants(ref, Commit(before), Commit(after), to, now));
  }

  /// A row that uses the grant.
  int64_t AppendUser(int64_t grant) {
    Row row = GivenRow("a", "b");
    row.grant = grant;
    return Append(ledger_, row);
  }

  Ledger ledger_ = Ledger::InMemory();
};

TEST_F(Grants, AreForExactlyWhatTheySay) {
  const int64_t grant = Append(ledger_, Grant("a", "b", 100));
  EXPECT_EQ(Find(), Seqs{grant});
  EXPECT_EQ(Find("a", "b", "unix:alice"), Seqs{grant});
  EXPECT_EQ(Find("x", "b"), Seqs());
  EXPECT_EQ(Find("", "b"), Seqs());
  EXPECT_EQ(Find("a", "x"), Seqs());
  EXPECT_EQ(Find("a", ""), Seqs());
  EXPECT_EQ(Find("a", "b", "bob"), Seqs());
  EXPECT_EQ(Find("a", "b", "Alice"), Seqs());
  EXPECT_EQ(Find("a", "b", "gitolite:alice"), Seqs());
  EXPECT_EQ(Find("a", "b", ""), Seqs());
  EXPECT_EQ(Find("a", "b", "alice", 50, kSide), Seqs());
}

TEST_F(Grants, RunOutAfterTheirLastMoment) {
  const int64_t grant = Append(ledger_, Grant("a", "b", 100));
  EXPECT_EQ(Find("a", "b", "alice", 100), Seqs{grant});
  EXPECT_EQ(Find("a", "b", "alice", 101), Seqs());
}

TEST_F(Grants, MayBeForADeletionOrACreation) {
  const int64_t deletion = Append(ledger_, Grant("a", "", 100));
  const int64_t creation = Append(ledger_, Grant("", "b", 100));
  EXPECT_EQ(Find("a", ""), Seqs{deletion});
  EXPECT_EQ(Find("", "b"), Seqs{creation});
}

TEST_F(Grants, AreReservedByAPushUntilItIsAbandoned) {
  const int64_t first = Append(ledger_, Grant("a", "b", 100));
  const int64_t second = Append(ledger_, Grant("a", "b", 100));
  EXPECT_EQ(Find(), (Seqs{first, second}));
  const int64_t user = AppendUser(first);
  EXPECT_EQ(Find(), Seqs{second});
  Abandon(ledger_, user);
  EXPECT_EQ(Find(), (Seqs{first, second}));
  Land(ledger_, user);
  EXPECT_EQ(Find(), Seqs{second});
}

TEST_F(Grants, AreUsedOnce) {
  const int64_t grant = Append(ledger_, Grant("a", "b", 100));
  Use(ledger_, grant);
  EXPECT_EQ(ledger_.Find(grant)->state, RowState::kUsed);
  EXPECT_EQ(Find(), Seqs());
}

TEST_F(Grants, AreNotUsedUpByARefusedPush) {
  const int64_t grant = Append(ledger_, Grant("a", "b", 100));
  Row row = As(GivenRow("a", "b"), RowState::kRefused);
  row.grant = grant;
  Append(ledger_, row);
  EXPECT_EQ(Find(), Seqs{grant});
}

}  // namespace
}  // namespace commitgate
