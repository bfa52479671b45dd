// SPDX-License-Identifier: MIT
#include "hooks/push/settle.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/pushed_world.h"

namespace commitgate::testing {
namespace {

/// main at c0, which the ledger knows; c1 and x are on c0, c2 is on c1.
class Settling : public ::testing::Test {
 protected:
  Settling() {
    world_.server.graph.Add("c1", {"c0"});
    world_.server.graph.Add("c2", {"c1"});
    world_.server.graph.Add("x", {"c0"});
    world_.SetByHand(kMain, "c0");
    world_.WriteBaselineOfAll();
  }

  int64_t Begin(const std::string& id, const std::string& who,
                const std::string& before, const std::string& after) {
    return world_.Begin({id, who, {{kMain, before, after}}}).front().row;
  }

  void SettleMain() {
    Ledger::Transaction transaction(world_.ledger);
    Settle(world_.ledger, world_.server, world_.policy, {kMain});
    transaction.Commit();
  }

  RowState StateOf(int64_t row) const { return world_.ledger.Find(row)->state; }

  /// `kind before after state` of every row since the baseline.
  std::vector<std::string> Rows() const {
    std::vector<std::string> rows;
    world_.ledger.List({}, [&](const FoldedRow& folded) {
      const auto name = [&](const std::optional<ObjectId>& id) {
        return id ? world_.server.graph.NameOf(*id) : std::string("-");
      };
      const Row& row = folded.row;
      rows.push_back(std::string(Word(row.kind)) + " " + name(row.before) +
                     " " + name(row.after) + " " +
                     std::string(Word(folded.state)));
    });
    rows.erase(rows.begin());
    return rows;
  }

  std::string TipOf(const std::string& ref) const {
    const auto tip = world_.ledger.Tip(ref);
    return tip && tip->value ? world_.server.graph.NameOf(*tip->value) : "";
  }

  using Lines = std::vector<std::string>;
  PushedWorld world_;
};

TEST_F(Settling, LandsWhatHasMoved) {
  const int64_t row = Begin("a", "alice", "c0", "c1");
  world_.Move("a");
  SettleMain();
  EXPECT_EQ(StateOf(row), RowState::kLanded);
  EXPECT_EQ(TipOf(kMain), "c1");
}

TEST_F(Settling, WaitsWhileThePushIsThere) {
  const int64_t row = Begin("a", "alice", "c0", "c1");
  SettleMain();
  EXPECT_EQ(StateOf(row), RowState::kIntended);
}

TEST_F(Settling, AbandonsWhatNeverMoved) {
  const int64_t row = Begin("a", "alice", "c0", "c1");
  world_.End("a");
  SettleMain();
  EXPECT_EQ(StateOf(row), RowState::kAbandoned);
}

TEST_F(Settling, LandsBothWhereEitherMayHaveMovedIt) {
  const int64_t first = Begin("a", "alice", "c0", "c1");
  const int64_t second = Begin("b", "bob", "c0", "c1");
  world_.Move("b");
  SettleMain();
  EXPECT_EQ(StateOf(first), RowState::kLanded);
  EXPECT_EQ(StateOf(second), RowState::kLanded);
}

TEST_F(Settling, NeverMatchesByTheNewValueAlone) {
  const int64_t row = Begin("a", "alice", "c0", "c2");
  world_.SetByHand(kMain, "c1");
  SettleMain();
  world_.SetByHand(kMain, "c2");
  SettleMain();
  EXPECT_EQ(StateOf(row), RowState::kIntended);
  EXPECT_EQ(Rows(), (Lines{"forward c0 c2 intended", "outside c0 c1 outside",
                           "outside c1 c2 outside"}));
}

TEST_F(Settling, FindsWhatWasMovedByHand) {
  world_.SetByHand(kMain, "x");
  SettleMain();
  EXPECT_EQ(Rows(), Lines{"outside c0 x outside"});
}

TEST_F(Settling, FindsWhatWasDeletedByHand) {
  world_.SetByHand(kMain, std::nullopt);
  SettleMain();
  EXPECT_EQ(Rows(), Lines{"outside c0 - outside"});
  EXPECT_EQ(TipOf(kMain), "");
}

TEST_F(Settling, CountsAsLandedWhatWasPassedOnTheWay) {
  const int64_t row = Begin("a", "alice", "c0", "c1");
  world_.Move("a");
  world_.SetByHand(kMain, "c2");
  world_.End("a");
  SettleMain();
  EXPECT_EQ(StateOf(row), RowState::kLanded);
  EXPECT_EQ(Rows(), (Lines{"forward c0 c1 landed", "outside c1 c2 outside"}));
}

TEST_F(Settling, LooksAtOpenRowsOfAllRefsAndAtOthersOnlyWhenNamed) {
  world_.SetByHand(kStaging, "x");
  const int64_t row = Begin("a", "alice", "c0", "c1");
  world_.Move("a");
  Ledger::Transaction transaction(world_.ledger);
  Settle(world_.ledger, world_.server, world_.policy, {kFeature});
  EXPECT_EQ(StateOf(row), RowState::kLanded);
  EXPECT_EQ(TipOf(kStaging), "");
}

TEST_F(Settling, DoesNothingASecondTime) {
  Begin("a", "alice", "c0", "c1");
  world_.Move("a");
  world_.End("a");
  SettleMain();
  const Lines once = Rows();
  SettleMain();
  EXPECT_EQ(Rows(), once);
}

TEST_F(Settling, AsksOnlyOnceWhetherAPushThatHungUpIsGone) {
  Begin("a", "alice", "c0", "c1");
  world_.Move("a");
  SettleMain();
  const std::string boot = world_.server.Now().boot;
  EXPECT_EQ(world_.ledger.UnconfirmedRows(kMain, boot).size(), 1u);
  world_.End("a");
  SettleMain();
  EXPECT_TRUE(world_.ledger.UnconfirmedRows(kMain, boot).empty());
}

TEST_F(Settling, ConfirmsWhatHasMovedEvenWhereItWasGivenUp) {
  const int64_t row = Begin("a", "alice", "c0", "c1");
  world_.End("a");
  SettleMain();
  EXPECT_EQ(StateOf(row), RowState::kAbandoned);
  Ledger::Transaction transaction(world_.ledger);
  Confirm(world_.ledger, world_.server, world_.policy, "a", {kMain});
  EXPECT_EQ(StateOf(row), RowState::kLanded);
}

TEST_F(Settling, ConfirmsOnlyTheRefsThatHaveMoved) {
  const auto answers = world_.Begin(
      {"a", "alice", {{kMain, "c0", "c1"}, {kFeature, std::nullopt, "x"}}});
  Ledger::Transaction transaction(world_.ledger);
  Confirm(world_.ledger, world_.server, world_.policy, "a", {kFeature});
  EXPECT_EQ(StateOf(answers[0].row), RowState::kIntended);
  EXPECT_EQ(StateOf(answers[1].row), RowState::kLanded);
}

TEST_F(Settling, ConfirmsNothingThatWasRefused) {
  const int64_t row = Begin("a", "alice", "c1", "c2");
  Ledger::Transaction transaction(world_.ledger);
  Confirm(world_.ledger, world_.server, world_.policy, "a", {kMain});
  EXPECT_EQ(StateOf(row), RowState::kRefused);
}

TEST_F(Settling, RemembersWhatARewriteTookAway) {
  world_.Push({"a", "alice", {{kMain, "c0", "c2"}}});
  world_.Push({"b", "alice", {{kMain, "c2", "x"}}});
  for (const char* name : {"c1", "c2"}) {
    const auto mark =
        world_.ledger.Recall(kMain, world_.server.graph.IdOf(name), INT64_MAX);
    ASSERT_TRUE(mark) << name;
    EXPECT_EQ(mark->pusher, (Pusher{"unix", "alice"}));
    EXPECT_EQ(mark->push, "a");
  }
}

TEST_F(Settling, MakesAgainWhatPostReceiveLostWithThePower) {
  world_.Push({"a", "alice", {{kMain, "c0", "c2"}}});
  const auto mark_of_c1 = [&] {
    return world_.ledger.Recall(kMain, world_.server.graph.IdOf("c1"),
                                INT64_MAX);
  };
  Begin("b", "alice", "c2", "x");
  world_.Move("b");
  Ledger as_pre_receive_left_it = world_.ledger.CopyInMemory();
  world_.ConfirmPush("b");
  const Lines rows = Rows();
  const std::optional<Mark> mark = mark_of_c1();
  ASSERT_TRUE(mark);

  world_.ledger = std::move(as_pre_receive_left_it);
  world_.Reboot();
  EXPECT_FALSE(mark_of_c1());
  SettleMain();
  EXPECT_EQ(Rows(), rows);
  EXPECT_EQ(mark_of_c1(), mark);
  EXPECT_EQ(TipOf(kMain), "x");
}

TEST_F(Settling, AbandonsWhatWasLostWithItsRefAndItsSettlement) {
  const int64_t row = Begin("a", "alice", "c0", "c1");
  world_.Move("a");
  Ledger as_pre_receive_left_it = world_.ledger.CopyInMemory();
  world_.ConfirmPush("a");

  world_.ledger = std::move(as_pre_receive_left_it);
  world_.SetByHand(kMain, "c0");
  world_.Reboot();
  SettleMain();
  EXPECT_EQ(StateOf(row), RowState::kAbandoned);
  EXPECT_EQ(TipOf(kMain), "c0");
}

TEST_F(Settling, RemembersAsFinalWhatAHandTookAway) {
  world_.Push({"a", "alice", {{kMain, "c0", "c1"}}});
  world_.SetByHand(kMain, "x");
  SettleMain();
  EXPECT_EQ(
      world_.ledger.Recall(kMain, world_.server.graph.IdOf("c1"), INT64_MAX),
      ClosedMark());
}

TEST_F(Settling, RemembersTheTipOfWhatCannotBeReadAnyMore) {
  world_.Push({"a", "alice", {{kMain, "c0", "c2"}}});
  world_.SetByHand(kMain, "x");
  world_.server.unreadable.set(world_.server.graph.NumberOf("c1"));
  SettleMain();
  EXPECT_EQ(
      world_.ledger.Recall(kMain, world_.server.graph.IdOf("c2"), INT64_MAX),
      ClosedMark());
}

TEST_F(Settling, OfADeletedBranchRemembersOnlyWhatNoOtherHas) {
  world_.PolicyOf(kMain).deletion = RefPolicy::Delete::kAllow;
  world_.Push({"a", "alice", {{kFeature, std::nullopt, "c1"}}});
  world_.Push({"b", "alice", {{kFeature, "c1", std::nullopt}}});
  const auto recall = [&](const char* name) {
    return world_.ledger.Recall(kFeature, world_.server.graph.IdOf(name),
                                INT64_MAX);
  };
  EXPECT_TRUE(recall("c1"));
  EXPECT_FALSE(recall("c0"));
}

TEST_F(Settling, ABaselineMakesFinalWhatIsThere) {
  EXPECT_EQ(TipOf(kMain), "c0");
  EXPECT_EQ(world_.ledger.Tip(kMain)->how, RowHow::kBaseline);
  world_.server.refs["refs/commitgate/kept/1"] = world_.server.graph.IdOf("x");
  world_.WriteBaselineOfAll();
  EXPECT_EQ(TipOf("refs/commitgate/kept/1"), "");
}

TEST_F(Settling, ShowsOfANewBranchWhatOthersDoNotHave) {
  world_.Push({"a", "alice", {{kFeature, std::nullopt, "c2"}}});
  const RefView view =
      ViewOf(world_.ledger, world_.server, kFeature, 600 * kSecond);
  EXPECT_EQ(view.marks.size(), 2u);
  EXPECT_TRUE(view.marks.contains(world_.server.graph.IdOf("c1")));
  EXPECT_TRUE(view.marks.contains(world_.server.graph.IdOf("c2")));
}

TEST_F(Settling, RowsThatAreOlderThanAnyWindowAreNotPlayed) {
  for (int i = 0; i < 50; ++i) {
    world_.server.true_time += 3600 * kSecond;
    const std::string before = i % 2 ? "c1" : "c0";
    world_.SetByHand(kMain, before);
    world_.Push({"p" + std::to_string(i), "alice", {{kMain, before, "c2"}}});
  }
  const RefView view =
      ReplayRecent(world_.ledger, world_.server, kMain, 600 * kSecond);
  EXPECT_LE(view.events.size(), 2u);
  EXPECT_EQ(view.value(), world_.server.graph.IdOf("c2"));
}

}  // namespace
}  // namespace commitgate::testing
