// SPDX-License-Identifier: MIT
#include "hooks/push/judge_move.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/pushes.h"

namespace commitgate::testing {
namespace {

class MovesPushes : public Pushes {};

TEST_F(MovesPushes, AmendingIsOpenForTenMinutesFromTheOriginalPush) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(4), "alice", "c1a"));
  EXPECT_TRUE(Push(Minutes(9), "alice", "c1b"));
  EXPECT_FALSE(Push(Minutes(11), "alice", "c1c"));
  EXPECT_EQ(world_.ValueOf(kMain), "c1b");
}

TEST_F(MovesPushes, TenMinutesAreInTime) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(10), "alice", "c1a"));
}

TEST_F(MovesPushes, AMomentMoreIsTooLate) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Minutes(10) + 1, "alice", "c1a"));
}

TEST_F(MovesPushes, EachPushHasItsOwnClock) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(8), "alice", "c2"));
  EXPECT_TRUE(Push(Minutes(15), "alice", "c2a"));
}

TEST_F(MovesPushes, WhatIsOlderBelowStaysFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(8), "alice", "c2"));
  EXPECT_FALSE(Push(Minutes(15), "alice", "c1a"));
}

TEST_F(MovesPushes, NewWorkInTheHoleIsAsOldAsWhatWasTakenBack) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(9), "alice", "c0"));
  EXPECT_TRUE(Push(Minutes(9.5), "alice", "x"));
  EXPECT_FALSE(Push(Minutes(11), "alice", "xa"));
}

TEST_F(MovesPushes, TheHoleStaysForAWindowAfterTheTakingBack) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(9), "alice", "c0"));
  EXPECT_TRUE(Push(Minutes(10) + Seconds(1), "alice", "x"));
  EXPECT_FALSE(Push(Minutes(12), "alice", "xa"));
}

TEST_F(MovesPushes, ACommitThatComesBackIsAsOldAsWhenItCameFirst) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(9), "alice", "c0"));
  EXPECT_TRUE(Push(Minutes(11), "alice", "c1"));
  EXPECT_FALSE(Push(Minutes(12), "alice", "c1a"));
}

TEST_F(MovesPushes, SomebodyElsesPushMakesAllBeforeItFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Seconds(1), "bob", "b"));
  EXPECT_FALSE(Push(Seconds(2), "alice", "c1a"));
}

TEST_F(MovesPushes, EvenWhereItWasTakenBackAgain) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Seconds(1), "bob", "b"));
  EXPECT_TRUE(Push(Seconds(2), "bob", "c1"));
  EXPECT_FALSE(Push(Seconds(3), "alice", "c1a"));
}

TEST_F(MovesPushes, NobodyTakesBackWhatSomebodyElseHasPushed) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Seconds(1), "bob", "x"));
}

TEST_F(MovesPushes, APushThatLostItsRaceIsNoEvent) {
  EXPECT_TRUE(Begin(0, "a", "alice", "c1").accepted);
  EXPECT_TRUE(Begin(0, "b", "bob", "x").accepted);
  world_.Move("a");
  EXPECT_FALSE(world_.Move("b").front().second);
  world_.ConfirmPush("a");
  world_.End("a");
  world_.End("b");
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(MovesPushes, ARefusedPushIsNoEvent) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Minutes(1), "bob", "x"));
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(MovesPushes, APushThatChangesNothingIsNoEvent) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(1), "bob", "c1"));
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(MovesPushes, AForcedPushThatGoesForwardIsNoRewrite) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(60), "bob", "c2"));
  EXPECT_EQ(last_.front().kind, RowKind::kForward);
}

TEST_F(MovesPushes, BranchesAreNotDeleted) {
  EXPECT_TRUE(Push(0, "alice", "c1", kFeature));
  EXPECT_FALSE(Push(Seconds(1), "alice", "", kFeature));
  EXPECT_EQ(What(), "this ref may not be deleted");
}

TEST_F(MovesPushes, ABranchDeletedInItsWindowLeavesAHole) {
  Branches().deletion = RefPolicy::Delete::kWindow;
  EXPECT_TRUE(Push(0, "alice", "c1", kFeature));
  EXPECT_TRUE(Push(Minutes(5), "alice", "", kFeature));
  EXPECT_TRUE(Push(Minutes(6), "alice", "x", kFeature));
  EXPECT_FALSE(Push(Minutes(11), "alice", "xa", kFeature));
}

TEST_F(MovesPushes, ANameWithHistoryIsMadeAnewAsItWasOrNotAtAll) {
  Branches().deletion = RefPolicy::Delete::kAllow;
  EXPECT_TRUE(Push(0, "alice", "c1", kFeature));
  EXPECT_TRUE(Push(Minutes(11), "bob", "", kFeature));
  EXPECT_FALSE(Push(Minutes(12), "bob", "x", kFeature));
  EXPECT_TRUE(Push(Minutes(12), "bob", "c2", kFeature));
}

TEST_F(MovesPushes, WhatATagHasIsFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(1), "bob", "c1", kTag));
  EXPECT_FALSE(Push(Minutes(2), "alice", "c1a"));
  EXPECT_EQ(What(), "some of it is final, it is elsewhere");
}

TEST_F(MovesPushes, ATagOfTheSamePushMakesFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(
      PushAll(Minutes(1), "alice", {To(kTag, "c1"), To(kMain, "c1a")}));
}

TEST_F(MovesPushes, ATagOfTheSamePushMakesFinalWhatAnotherBranchKeeps) {
  EXPECT_TRUE(PushAll(0, "alice", {To(kMain, "c1"), To(kStaging, "c1")}));
  EXPECT_FALSE(
      PushAll(Minutes(1), "alice", {To(kTag, "c1"), To(kMain, "c1a")}));
  EXPECT_TRUE(Push(Minutes(1), "alice", "c1a"));
}

TEST_F(MovesPushes, WhatAnotherBranchHasSinceIsFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(2), "bob", "c1", kStaging));
  EXPECT_FALSE(Push(Minutes(3), "alice", "c1a"));
}

TEST_F(MovesPushes, WhatAnotherBranchHadBeforeIsNot) {
  EXPECT_TRUE(Push(0, "bob", "c2"));
  EXPECT_TRUE(Push(Minutes(1), "alice", "c2", kFeature));
  EXPECT_TRUE(Push(Minutes(6), "alice", "c1", kFeature));
}

TEST_F(MovesPushes, TwoBranchesOfOnePushAreAmendedInOnePush) {
  EXPECT_TRUE(PushAll(0, "alice", {To(kMain, "c1"), To(kStaging, "c1")}));
  EXPECT_TRUE(
      PushAll(Minutes(3), "alice", {To(kMain, "c1a"), To(kStaging, "c1a")}));
}

TEST_F(MovesPushes, WhatWasMovedByHandIsFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.SetByHand(kMain, "c2");
  EXPECT_FALSE(Push(Minutes(1), "alice", "c1a"));
  EXPECT_FALSE(Push(Minutes(1), "alice", "c1"));
}

TEST_F(MovesPushes, WhatTheLedgerHasNeverSeenIsFinal) {
  world_.SetByHand(kFeature, "c2");
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1", kFeature));
}

TEST_F(MovesPushes, SeveralRefsAreAllAcceptedOrNone) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(
      PushAll(Minutes(1), "bob",
              {To(kMain, "b"), To(kStaging, "c2"), To("refs/tags/v2", "y")}));
  EXPECT_EQ(world_.ValueOf(kMain), "c1");
  EXPECT_TRUE(last_[0].refusals.empty());
  EXPECT_FALSE(last_[2].refusals.empty());
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(MovesPushes, AClockThatGoesBackRefusesRewritesOnly) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.server.wall_offset = -Minutes(60);
  EXPECT_FALSE(Push(Seconds(10), "alice", "c1a"));
  EXPECT_EQ(What(), "the server's clock went back");
  EXPECT_TRUE(Push(Seconds(20), "alice", "c2"));
}

TEST_F(MovesPushes, AClockThatIsSetBackByTwoSecondsIsLetPass) {
  EXPECT_TRUE(Push(Seconds(10), "alice", "c1"));
  world_.server.wall_offset = -Seconds(2);
  EXPECT_TRUE(Push(Seconds(10), "alice", "c1a"));
}

TEST_F(MovesPushes, AClockThatGoesAheadAndBackOpensNothing) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Seconds(10), "alice", "c0"));
  world_.server.wall_offset = Minutes(60);
  EXPECT_TRUE(Push(Seconds(20), "alice", "x"));
  EXPECT_FALSE(Push(Seconds(30), "alice", "xa"));
}

TEST_F(MovesPushes, NothingIsOpenAfterARestartOfTheServer) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.Reboot();
  EXPECT_FALSE(Push(Minutes(1), "alice", "c1a"));
  EXPECT_EQ(What(), "commit " +
                        world_.server.graph.IdOf("c1").Hex().substr(0, 12) +
                        " is final, it was pushed before the server was "
                        "started");
}

TEST_F(MovesPushes, NothingIsOpenAfterTheClockWasSetAnew) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.ResetClock();
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1a"));
  EXPECT_TRUE(Push(Seconds(2), "alice", "c2"));
  EXPECT_TRUE(Push(Seconds(3), "alice", "c2a"));
}

TEST_F(MovesPushes, AHangUpHidesNothing) {
  EXPECT_TRUE(PushAndDie(0, "alice", "c1", Death::kAfterMove));
  EXPECT_TRUE(PushAndDie(Minutes(9), "alice", "c1a", Death::kAfterMove));
  EXPECT_FALSE(Push(Minutes(10.5), "alice", "c1b"));
}

TEST_F(MovesPushes, APushThatDiedBeforeItMovedAnythingNeverWas) {
  EXPECT_TRUE(PushAndDie(0, "alice", "c1", Death::kBeforeMove));
  EXPECT_TRUE(Push(Minutes(1), "bob", "x"));
  EXPECT_TRUE(Push(Minutes(2), "bob", "xa"));
}

TEST_F(MovesPushes, AGrantIsForOnePushOfOnePerson) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(1), "bob", "b"));
  world_.server.true_time = Minutes(20);
  world_.Grant({kMain, "b", "x"}, "alice", Minutes(60));
  EXPECT_FALSE(Push(Minutes(21), "bob", "x"));
  EXPECT_FALSE(Push(Minutes(21), "alice", "y"));
  EXPECT_TRUE(Push(Minutes(21), "alice", "x"));
  EXPECT_EQ(last_.front().how, RowHow::kGrant);
  EXPECT_EQ(last_.front().to_keep, world_.server.graph.IdOf("b"));
  EXPECT_FALSE(Push(Minutes(22), "alice", "xa"));
}

TEST_F(MovesPushes, AGrantRunsOut) {
  EXPECT_TRUE(Push(0, "bob", "c1"));
  world_.Grant({kMain, "c1", "x"}, "alice", Minutes(1));
  EXPECT_FALSE(Push(Minutes(1) + 1, "alice", "x"));
}

TEST_F(MovesPushes, AGrantComesBackFromAPushThatDied) {
  EXPECT_TRUE(Push(0, "bob", "c1"));
  world_.Grant({kMain, "c1", "x"}, "alice", Minutes(60));
  EXPECT_TRUE(PushAndDie(Minutes(1), "alice", "x", Death::kBeforeMove));
  EXPECT_TRUE(Push(Minutes(2), "alice", "x"));
  world_.SetByHand(kMain, "c1");
  EXPECT_FALSE(Push(Minutes(3), "alice", "x"));
}

TEST_F(MovesPushes, AGrantIsNotNeededInTheWindow) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.Grant({kMain, "c1", "c1a"}, "alice", Minutes(60));
  EXPECT_TRUE(Push(Minutes(1), "alice", "c1a"));
  EXPECT_EQ(last_.front().how, RowHow::kWindow);
  EXPECT_EQ(last_.front().to_keep, std::nullopt);
}

TEST_F(MovesPushes, WhereRewritingIsRefusedAmendingIs) {
  Branches().within = 0;
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1a"));
  EXPECT_EQ(What(), "nothing is rewritten here");
}

TEST_F(MovesPushes, WhereRewritingIsAllowedAnybodyMay) {
  Branches().within = kForever;
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(60), "bob", "x"));
  EXPECT_EQ(last_.front().how, RowHow::kAllow);
}

TEST_F(MovesPushes, MessagesOnlyMeansTheSameFiles) {
  Branches().scope = RefPolicy::Scope::kMessageOnly;
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "x"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "c0"));
  EXPECT_TRUE(Push(Seconds(1), "alice", "same"));
}

TEST_F(MovesPushes, AWiderWindowOpensNothingThatIsFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  Branches().within = Minutes(60);
  EXPECT_FALSE(Push(Minutes(12), "alice", "c1a"));
}

TEST_F(MovesPushes, ANarrowerWindowHoldsAtOnce) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  Branches().within = Minutes(1);
  EXPECT_FALSE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(MovesPushes, WhatStoodLastAndIsPrunedCannotBeComparedWith) {
  Branches().deletion = RefPolicy::Delete::kAllow;
  EXPECT_TRUE(Push(0, "alice", "c1", kFeature));
  EXPECT_TRUE(Push(0, "alice", "", kFeature));
  world_.server.unreadable.set(world_.server.graph.NumberOf("c1"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "x", kFeature));
  Branches().within = kForever;
  EXPECT_TRUE(Push(Seconds(2), "alice", "x", kFeature));
}

TEST_F(MovesPushes, APrunedRewriteClosesWhatItLeft) {
  EXPECT_TRUE(Push(0, "alice", "c2"));
  EXPECT_TRUE(PushAndDie(Minutes(1), "alice", "c1", Death::kAfterMove));
  world_.server.unreadable.set(world_.server.graph.NumberOf("c2"));
  EXPECT_FALSE(Push(Minutes(2), "alice", "x"));
  EXPECT_TRUE(Push(Minutes(2), "alice", "c2a"));
  EXPECT_FALSE(Push(Minutes(3), "alice", "c1"));
}

}  // namespace
}  // namespace commitgate::testing
