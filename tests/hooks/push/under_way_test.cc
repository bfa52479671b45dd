// SPDX-License-Identifier: MIT
#include "hooks/push/under_way.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/pushes.h"

namespace commitgate::testing {
namespace {

class OverlappingPushes : public Pushes {};

TEST_F(OverlappingPushes, ARewriteUnderWayKeepsOthersWaiting) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "alice", "c1a").accepted);
  const Answer answer = Begin(Minutes(1), "other", "bob", "b");
  EXPECT_FALSE(answer.accepted);
  EXPECT_TRUE(answer.busy);
  EXPECT_EQ(answer.row, 0);
  EXPECT_EQ(WhatOf(answer), "a push by 'alice' is under way");
}

TEST_F(OverlappingPushes, AnyPushUnderWayKeepsRewritesWaiting) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "bob", "b").accepted);
  EXPECT_TRUE(Begin(Minutes(1), "other", "alice", "c1a").busy);
  world_.End("slow");
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(OverlappingPushes, ForwardPushesDoNotWaitForEachOther) {
  EXPECT_TRUE(Begin(0, "a", "alice", "c1").accepted);
  EXPECT_TRUE(Begin(0, "b", "bob", "x").accepted);
}

TEST_F(OverlappingPushes, ABusyAnswerWritesNothing) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "bob", "b").accepted);
  const size_t before = CountRows();
  EXPECT_TRUE(AskOne(Request("other", {To(kMain, "c1a")})).busy);
  EXPECT_EQ(CountRows(), before);
}

TEST_F(OverlappingPushes, WaitingIsInVainWhereAnotherRefIsRefused) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "bob", "b").accepted);
  const auto answers =
      Decide(world_.ledger, world_.server,
             Request("other", {To(kMain, "c1a"), To(kTag, "y")}));
  EXPECT_FALSE(answers[0].busy);
  EXPECT_NE(answers[0].row, 0);
  EXPECT_FALSE(answers[1].accepted);
}

TEST_F(OverlappingPushes,
       WhatIsStillInAnotherPushsQuarantineMakesARewriteWait) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "bob", "y", kStaging).accepted);
  world_.server.unreadable.set(world_.server.graph.NumberOf("y"));
  EXPECT_TRUE(Begin(Minutes(1), "other", "alice", "c1a").busy);
  world_.End("slow");
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

}  // namespace
}  // namespace commitgate::testing
