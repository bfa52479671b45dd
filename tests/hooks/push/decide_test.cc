// SPDX-License-Identifier: MIT
#include "hooks/push/decide.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/pushes.h"

namespace commitgate::testing {
namespace {

class DecidingPushes : public Pushes {};

TEST_F(DecidingPushes, TheSamePushGetsTheSameAnswer) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  const PushRequest request = Request("push", {To(kMain, "c1a")});
  const Answer first = AskOne(request);
  const size_t rows = CountRows();
  world_.server.true_time = Minutes(11);
  const Answer second = AskOne(request);
  EXPECT_TRUE(second.accepted);
  EXPECT_EQ(second.how, RowHow::kWindow);
  EXPECT_EQ(second.row, first.row);
  EXPECT_EQ(CountRows(), rows);
}

TEST_F(DecidingPushes, ARefusedPushIsRefusedAgain) {
  const PushRequest request = Request("push", {To(kMain, "")});
  const Answer first = AskOne(request);
  const Answer second = AskOne(request);
  EXPECT_FALSE(second.accepted);
  EXPECT_EQ(second.row, first.row);
  EXPECT_EQ(WhatOf(second), WhatOf(first));
}

TEST_F(DecidingPushes, WhatTheGatesSayIsHeldAgainstASecondAnswer) {
  PushRequest request = Request("push", {To(kMain, "c1")});
  EXPECT_TRUE(AskOne(request).accepted);
  request.candidates[0].refusals.push_back({"a bad message"});
  EXPECT_FALSE(AskOne(request).accepted);
}

TEST_F(DecidingPushes, AnotherPushIsJudgedByItself) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(AskOne(Request("one", {To(kMain, "c1a")})).accepted);
  world_.End("one");
  world_.server.true_time = Minutes(11);
  EXPECT_FALSE(AskOne(Request("two", {To(kMain, "c1a")})).accepted);
}

TEST_F(DecidingPushes, AFalseOldValueIsRefused) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(PushAll(Minutes(1), "alice", {{kMain, "c0", "c2"}}));
  EXPECT_EQ(world_.ValueOf(kMain), "c1");
}

TEST_F(DecidingPushes, AnOldValueOfNothingDeletesNothing) {
  Branches().deletion = RefPolicy::Delete::kAllow;
  EXPECT_FALSE(PushAll(0, "alice", {{kMain, std::nullopt, std::nullopt}}));
}

TEST_F(DecidingPushes, WhatIsNotThereIsNotDeleted) {
  Branches().deletion = RefPolicy::Delete::kAllow;
  EXPECT_FALSE(PushAll(0, "alice", {{kFeature, std::nullopt, std::nullopt}}));
}

TEST_F(DecidingPushes, ARefThatIsNamedTwiceIsRefusedTwice) {
  EXPECT_FALSE(PushAll(0, "alice", {To(kMain, "c1"), {kMain, "c1", "c0"}}));
  EXPECT_EQ(What(), "the push names this ref twice");
}

TEST_F(DecidingPushes, ARefWithoutPolicyIsRefused) {
  EXPECT_FALSE(Push(0, "alice", "c1", "refs/pull/1/head"));
}

TEST_F(DecidingPushes, NobodyGoesForward) {
  PushRequest request = Request("push", {To(kMain, "c1")});
  request.pusher = std::nullopt;
  EXPECT_TRUE(AskOne(request).accepted);
}

TEST_F(DecidingPushes, NobodyTakesNothingBack) {
  PushRequest request = Request("push", {To(kMain, "c1")});
  request.pusher = std::nullopt;
  EXPECT_TRUE(AskOne(request).accepted);
  world_.server.refs[kMain] = world_.server.graph.IdOf("c1");
  PushRequest again = Request("again", {To(kMain, "c1a")});
  again.pusher = std::nullopt;
  world_.End("push");
  EXPECT_FALSE(AskOne(again).accepted);
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1a"));
}

TEST_F(DecidingPushes, TheSameNameOfAnotherProviderIsSomebodyElse) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  PushRequest request = Request("push", {To(kMain, "c1a")});
  request.pusher = Pusher{"gitea", "alice"};
  EXPECT_FALSE(AskOne(request).accepted);
}

TEST_F(DecidingPushes, AnAcceptedPushIsWrittenDownBeforeItLands) {
  world_.server.true_time = Seconds(5);
  const FoldedRow folded = RowOf(AskOne(Request("push", {To(kMain, "c1")})));
  const Clock now = world_.server.Now();
  EXPECT_EQ(folded.state, RowState::kIntended);
  Row wanted;
  wanted.seq = folded.row.seq;
  wanted.push = "push";
  wanted.ref = kMain;
  wanted.kind = RowKind::kForward;
  wanted.how = RowHow::kForward;
  wanted.before = world_.server.graph.IdOf("c0");
  wanted.after = world_.server.graph.IdOf("c1");
  wanted.pusher = Pusher{"unix", "alice"};
  wanted.received = now.wall;
  wanted.clock = now.wall;
  wanted.uptime = now.uptime;
  wanted.boot = now.boot;
  wanted.within = Minutes(10);
  wanted.policy = "test";
  wanted.policy_id = std::string(40, 'f');
  wanted.state = RowState::kIntended;
  EXPECT_EQ(folded.row, wanted);
}

TEST_F(DecidingPushes, ARefusedPushIsWrittenDownWithItsReason) {
  PushRequest request = Request("push", {To(kMain, "c1")});
  request.candidates[0].refusals.push_back({"a bad message"});
  const Answer answer = AskOne(request);
  EXPECT_FALSE(answer.accepted);
  EXPECT_EQ(WhatOf(answer), "a bad message");
  const FoldedRow folded = RowOf(answer);
  EXPECT_EQ(folded.state, RowState::kRefused);
  EXPECT_EQ(folded.row.how, RowHow::kRefused);
  EXPECT_EQ(folded.row.reason, "a bad message");
}

TEST_F(DecidingPushes, OnlyAHundredRefusedRowsADayAreWrittenForOnePerson) {
  size_t rows = 0;
  for (int i = 0; i < 110; ++i) {
    EXPECT_FALSE(Push(Seconds(i), "alice", ""));
    rows += last_.front().row != 0;
  }
  EXPECT_EQ(rows, 100u);
  EXPECT_FALSE(Push(Seconds(200), "bob", ""));
  EXPECT_NE(last_.front().row, 0);
  EXPECT_FALSE(Push(Minutes(24 * 60), "alice", ""));
  EXPECT_NE(last_.front().row, 0);
}

TEST_F(DecidingPushes, OneByOneEachRefIsAnsweredByItself) {
  PushRequest request = Request("push", {To(kMain, "c1"), To(kStaging, "")});
  request.one_by_one = true;
  const auto answers = Decide(world_.ledger, world_.server, request);
  EXPECT_TRUE(answers[0].accepted);
  EXPECT_FALSE(answers[1].accepted);
}

TEST_F(DecidingPushes, TimeInTheLedgerNeverGoesBack) {
  EXPECT_TRUE(Push(Seconds(10), "alice", "c1"));
  const Micros first = RowOf(last_.front()).row.received;
  world_.server.wall_offset = -Seconds(100);
  EXPECT_TRUE(Push(Seconds(11), "alice", "c2"));
  const Row second = RowOf(last_.front()).row;
  EXPECT_EQ(second.received, first);
  EXPECT_EQ(second.clock, world_.server.Now().wall);
}

TEST_F(DecidingPushes, AnOrdinaryPushWalksOnce) {
  for (int i = 0; i < 10; ++i)
    EXPECT_TRUE(Push(Seconds(i), "alice", i % 2 ? "c1" : "c1a"));
  world_.server.walks = 0;
  EXPECT_TRUE(AskOne(Request("push", {To(kMain, "c2")})).accepted);
  EXPECT_EQ(world_.server.walks, 1);
}

}  // namespace
}  // namespace commitgate::testing
