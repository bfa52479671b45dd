// SPDX-License-Identifier: MIT
#include "hooks/push/decide.h"

#include <gtest/gtest.h>

#include "hooks/push/settle.h"
#include "tests/hooks/push/pushed_world.h"

namespace commitgate::testing {
namespace {

constexpr Micros Seconds(double seconds) {
  return static_cast<Micros>(seconds * kSecond);
}

constexpr Micros Minutes(double minutes) {
  return Seconds(60 * minutes);
}

/// Branches main and staging at c0, which is final.  c1a, c1b and c1c are c1
/// amended; c2 and b are new commits on c1, ab one on b; x and y are other work
/// on c0, y on x, and xa is x amended.
class Pushes : public ::testing::Test {
 protected:
  Pushes() {
    CommitGraph& graph = world_.server.graph;
    for (const char* name : {"c1", "c1a", "c1b", "c1c", "x", "xa"})
      graph.Add(name, {"c0"});
    graph.Add("same", {"c0"}, "tree-of-c1");
    for (const char* name : {"c2", "c2a", "b"})
      graph.Add(name, {"c1"});
    graph.Add("y", {"x"});
    graph.Add("ab", {"b"});
    world_.SetByHand(kMain, "c0");
    world_.SetByHand(kStaging, "c0");
    world_.WriteBaselineOfAll();
  }

  Command To(const std::string& ref, const std::string& commit) const {
    const std::string real = world_.ValueOf(ref);
    Command command{ref, std::nullopt, std::nullopt};
    if (!real.empty())
      command.claimed = real;
    if (!commit.empty())
      command.target = commit;
    return command;
  }

  PushStory Story(const std::string& who, std::vector<Command> commands) {
    return {"push" + std::to_string(++pushes_), who, std::move(commands)};
  }

  /// Whether somebody gets through with main, or another ref, to a commit; to
  /// the empty name is a deletion.
  bool Push(Micros at, const std::string& who, const std::string& commit,
            const std::string& ref = kMain) {
    return PushAll(at, who, {To(ref, commit)});
  }

  bool PushAll(Micros at, const std::string& who,
               std::vector<Command> commands) {
    world_.server.true_time = at;
    last_ = world_.Push(Story(who, std::move(commands)));
    return std::ranges::all_of(last_, &Answer::accepted);
  }

  bool PushAndDie(Micros at, const std::string& who, const std::string& commit,
                  Death death) {
    world_.server.true_time = at;
    last_ = world_.Push(Story(who, {To(kMain, commit)}), death);
    return last_.front().accepted;
  }

  /// The hook's answer to a push that stays under way as `id`.
  Answer Begin(Micros at, const std::string& id, const std::string& who,
               const std::string& commit, const std::string& ref = kMain) {
    world_.server.true_time = at;
    return world_.Begin({id, who, {To(ref, commit)}}).front();
  }

  /// What the last push was told first.
  std::string What() const { return WhatOf(last_.front()); }

  static std::string WhatOf(const Answer& answer) {
    return answer.refusals.empty() ? "" : answer.refusals.front().what;
  }

  RefPolicy& Branches() { return world_.PolicyOf(kMain); }

  size_t CountRows() const {
    size_t rows = 0;
    world_.ledger.List({}, [&](const FoldedRow&) { ++rows; });
    return rows;
  }

  FoldedRow RowOf(const Answer& answer) const {
    return *world_.ledger.Find(answer.row);
  }

  /// A request as a hook makes it, for what no story tells.
  PushRequest Request(const std::string& id, std::vector<Command> commands) {
    PushRequest request{.push = id,
                        .pusher = Pusher{"unix", "alice"},
                        .candidates = {},
                        .policy = world_.policy,
                        .policy_name = "test",
                        .policy_id = std::string(40, 'f')};
    world_.server.alive.insert(id);
    for (const Command& command : commands) {
      Candidate candidate;
      candidate.update = {command.ref,
                          world_.server.graph.IdOfAny(command.claimed),
                          world_.server.graph.IdOfAny(command.target)};
      candidate.policy = world_.policy.Find(command.ref);
      request.candidates.push_back(std::move(candidate));
    }
    return request;
  }

  Answer AskOne(const PushRequest& request) {
    return Decide(world_.ledger, world_.server, request).front();
  }

  PushedWorld world_;
  std::vector<Answer> last_;
  int pushes_ = 0;
};

// ---- the stories of the window

TEST_F(Pushes, AmendingIsOpenForTenMinutesFromTheOriginalPush) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(4), "alice", "c1a"));
  EXPECT_TRUE(Push(Minutes(9), "alice", "c1b"));
  EXPECT_FALSE(Push(Minutes(11), "alice", "c1c"));
  EXPECT_EQ(world_.ValueOf(kMain), "c1b");
}

TEST_F(Pushes, TenMinutesAreInTime) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(10), "alice", "c1a"));
}

TEST_F(Pushes, AMomentMoreIsTooLate) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Minutes(10) + 1, "alice", "c1a"));
}

TEST_F(Pushes, EachPushHasItsOwnClock) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(8), "alice", "c2"));
  EXPECT_TRUE(Push(Minutes(15), "alice", "c2a"));
}

TEST_F(Pushes, WhatIsOlderBelowStaysFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(8), "alice", "c2"));
  EXPECT_FALSE(Push(Minutes(15), "alice", "c1a"));
}

TEST_F(Pushes, NewWorkInTheHoleIsAsOldAsWhatWasTakenBack) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(9), "alice", "c0"));
  EXPECT_TRUE(Push(Minutes(9.5), "alice", "x"));
  EXPECT_FALSE(Push(Minutes(11), "alice", "xa"));
}

TEST_F(Pushes, TheHoleStaysForAWindowAfterTheTakingBack) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(9), "alice", "c0"));
  EXPECT_TRUE(Push(Minutes(10) + Seconds(1), "alice", "x"));
  EXPECT_FALSE(Push(Minutes(12), "alice", "xa"));
}

TEST_F(Pushes, ACommitThatComesBackIsAsOldAsWhenItCameFirst) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(9), "alice", "c0"));
  EXPECT_TRUE(Push(Minutes(11), "alice", "c1"));
  EXPECT_FALSE(Push(Minutes(12), "alice", "c1a"));
}

TEST_F(Pushes, SomebodyElsesPushMakesAllBeforeItFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Seconds(1), "bob", "b"));
  EXPECT_FALSE(Push(Seconds(2), "alice", "c1a"));
}

TEST_F(Pushes, EvenWhereItWasTakenBackAgain) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Seconds(1), "bob", "b"));
  EXPECT_TRUE(Push(Seconds(2), "bob", "c1"));
  EXPECT_FALSE(Push(Seconds(3), "alice", "c1a"));
}

TEST_F(Pushes, NobodyTakesBackWhatSomebodyElseHasPushed) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Seconds(1), "bob", "x"));
}

TEST_F(Pushes, APushThatLostItsRaceIsNoEvent) {
  EXPECT_TRUE(Begin(0, "a", "alice", "c1").accepted);
  EXPECT_TRUE(Begin(0, "b", "bob", "x").accepted);
  world_.Move("a");
  EXPECT_FALSE(world_.Move("b").front().second);
  world_.ConfirmPush("a");
  world_.End("a");
  world_.End("b");
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(Pushes, ARefusedPushIsNoEvent) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Minutes(1), "bob", "x"));
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(Pushes, APushThatChangesNothingIsNoEvent) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(1), "bob", "c1"));
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(Pushes, AForcedPushThatGoesForwardIsNoRewrite) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(60), "bob", "c2"));
  EXPECT_EQ(last_.front().kind, RowKind::kForward);
}

TEST_F(Pushes, BranchesAreNotDeleted) {
  EXPECT_TRUE(Push(0, "alice", "c1", kFeature));
  EXPECT_FALSE(Push(Seconds(1), "alice", "", kFeature));
  EXPECT_EQ(What(), "this ref may not be deleted");
}

TEST_F(Pushes, ABranchDeletedInItsWindowLeavesAHole) {
  Branches().deletion = RefPolicy::Delete::kWindow;
  EXPECT_TRUE(Push(0, "alice", "c1", kFeature));
  EXPECT_TRUE(Push(Minutes(5), "alice", "", kFeature));
  EXPECT_TRUE(Push(Minutes(6), "alice", "x", kFeature));
  EXPECT_FALSE(Push(Minutes(11), "alice", "xa", kFeature));
}

TEST_F(Pushes, ANameWithHistoryIsMadeAnewAsItWasOrNotAtAll) {
  Branches().deletion = RefPolicy::Delete::kAllow;
  EXPECT_TRUE(Push(0, "alice", "c1", kFeature));
  EXPECT_TRUE(Push(Minutes(11), "bob", "", kFeature));
  EXPECT_FALSE(Push(Minutes(12), "bob", "x", kFeature));
  EXPECT_TRUE(Push(Minutes(12), "bob", "c2", kFeature));
}

TEST_F(Pushes, WhatATagHasIsFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(1), "bob", "c1", kTag));
  EXPECT_FALSE(Push(Minutes(2), "alice", "c1a"));
  EXPECT_EQ(What(), "some of it is final, it is elsewhere");
}

TEST_F(Pushes, ATagOfTheSamePushMakesFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(
      PushAll(Minutes(1), "alice", {To(kTag, "c1"), To(kMain, "c1a")}));
}

TEST_F(Pushes, ATagOfTheSamePushMakesFinalWhatAnotherBranchKeeps) {
  EXPECT_TRUE(PushAll(0, "alice", {To(kMain, "c1"), To(kStaging, "c1")}));
  EXPECT_FALSE(
      PushAll(Minutes(1), "alice", {To(kTag, "c1"), To(kMain, "c1a")}));
  EXPECT_TRUE(Push(Minutes(1), "alice", "c1a"));
}

TEST_F(Pushes, WhatAnotherBranchHasSinceIsFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(2), "bob", "c1", kStaging));
  EXPECT_FALSE(Push(Minutes(3), "alice", "c1a"));
}

TEST_F(Pushes, WhatAnotherBranchHadBeforeIsNot) {
  EXPECT_TRUE(Push(0, "bob", "c2"));
  EXPECT_TRUE(Push(Minutes(1), "alice", "c2", kFeature));
  EXPECT_TRUE(Push(Minutes(6), "alice", "c1", kFeature));
}

TEST_F(Pushes, TwoBranchesOfOnePushAreAmendedInOnePush) {
  EXPECT_TRUE(PushAll(0, "alice", {To(kMain, "c1"), To(kStaging, "c1")}));
  EXPECT_TRUE(
      PushAll(Minutes(3), "alice", {To(kMain, "c1a"), To(kStaging, "c1a")}));
}

TEST_F(Pushes, WhatWasMovedByHandIsFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.SetByHand(kMain, "c2");
  EXPECT_FALSE(Push(Minutes(1), "alice", "c1a"));
  EXPECT_FALSE(Push(Minutes(1), "alice", "c1"));
}

TEST_F(Pushes, WhatTheLedgerHasNeverSeenIsFinal) {
  world_.SetByHand(kFeature, "c2");
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1", kFeature));
}

TEST_F(Pushes, SeveralRefsAreAllAcceptedOrNone) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(
      PushAll(Minutes(1), "bob",
              {To(kMain, "b"), To(kStaging, "c2"), To("refs/tags/v2", "y")}));
  EXPECT_EQ(world_.ValueOf(kMain), "c1");
  EXPECT_TRUE(last_[0].refusals.empty());
  EXPECT_FALSE(last_[2].refusals.empty());
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(Pushes, AClockThatGoesBackRefusesRewritesOnly) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.server.wall_offset = -Minutes(60);
  EXPECT_FALSE(Push(Seconds(10), "alice", "c1a"));
  EXPECT_EQ(What(), "the server's clock went back");
  EXPECT_TRUE(Push(Seconds(20), "alice", "c2"));
}

TEST_F(Pushes, AClockThatIsSetBackByTwoSecondsIsLetPass) {
  EXPECT_TRUE(Push(Seconds(10), "alice", "c1"));
  world_.server.wall_offset = -Seconds(2);
  EXPECT_TRUE(Push(Seconds(10), "alice", "c1a"));
}

TEST_F(Pushes, AClockThatGoesAheadAndBackOpensNothing) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Seconds(10), "alice", "c0"));
  world_.server.wall_offset = Minutes(60);
  EXPECT_TRUE(Push(Seconds(20), "alice", "x"));
  EXPECT_FALSE(Push(Seconds(30), "alice", "xa"));
}

TEST_F(Pushes, NothingIsOpenAfterARestartOfTheServer) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.Reboot();
  EXPECT_FALSE(Push(Minutes(1), "alice", "c1a"));
  EXPECT_EQ(What(), "commit " +
                        world_.server.graph.IdOf("c1").Hex().substr(0, 12) +
                        " is final, it was pushed before the server was "
                        "started");
}

TEST_F(Pushes, NothingIsOpenAfterTheClockWasSetAnew) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.ResetClock();
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1a"));
  EXPECT_TRUE(Push(Seconds(2), "alice", "c2"));
  EXPECT_TRUE(Push(Seconds(3), "alice", "c2a"));
}

TEST_F(Pushes, AHangUpHidesNothing) {
  EXPECT_TRUE(PushAndDie(0, "alice", "c1", Death::kAfterMove));
  EXPECT_TRUE(PushAndDie(Minutes(9), "alice", "c1a", Death::kAfterMove));
  EXPECT_FALSE(Push(Minutes(10.5), "alice", "c1b"));
}

TEST_F(Pushes, APushThatDiedBeforeItMovedAnythingNeverWas) {
  EXPECT_TRUE(PushAndDie(0, "alice", "c1", Death::kBeforeMove));
  EXPECT_TRUE(Push(Minutes(1), "bob", "x"));
  EXPECT_TRUE(Push(Minutes(2), "bob", "xa"));
}

// ---- pushes that overlap

TEST_F(Pushes, ARewriteUnderWayKeepsOthersWaiting) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "alice", "c1a").accepted);
  const Answer answer = Begin(Minutes(1), "other", "bob", "b");
  EXPECT_FALSE(answer.accepted);
  EXPECT_TRUE(answer.busy);
  EXPECT_EQ(answer.row, 0);
  EXPECT_EQ(WhatOf(answer), "a push by 'alice' is under way");
}

TEST_F(Pushes, AnyPushUnderWayKeepsRewritesWaiting) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "bob", "b").accepted);
  EXPECT_TRUE(Begin(Minutes(1), "other", "alice", "c1a").busy);
  world_.End("slow");
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

TEST_F(Pushes, ForwardPushesDoNotWaitForEachOther) {
  EXPECT_TRUE(Begin(0, "a", "alice", "c1").accepted);
  EXPECT_TRUE(Begin(0, "b", "bob", "x").accepted);
}

TEST_F(Pushes, ABusyAnswerWritesNothing) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "bob", "b").accepted);
  const size_t before = CountRows();
  EXPECT_TRUE(AskOne(Request("other", {To(kMain, "c1a")})).busy);
  EXPECT_EQ(CountRows(), before);
}

TEST_F(Pushes, WaitingIsInVainWhereAnotherRefIsRefused) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "bob", "b").accepted);
  const auto answers =
      Decide(world_.ledger, world_.server,
             Request("other", {To(kMain, "c1a"), To(kTag, "y")}));
  EXPECT_FALSE(answers[0].busy);
  EXPECT_NE(answers[0].row, 0);
  EXPECT_FALSE(answers[1].accepted);
}

TEST_F(Pushes, WhatIsStillInAnotherPushsQuarantineMakesARewriteWait) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Begin(Minutes(1), "slow", "bob", "y", kStaging).accepted);
  world_.server.unreadable.set(world_.server.graph.NumberOf("y"));
  EXPECT_TRUE(Begin(Minutes(1), "other", "alice", "c1a").busy);
  world_.End("slow");
  EXPECT_TRUE(Push(Minutes(2), "alice", "c1a"));
}

// ---- the same push again

TEST_F(Pushes, TheSamePushGetsTheSameAnswer) {
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

TEST_F(Pushes, ARefusedPushIsRefusedAgain) {
  const PushRequest request = Request("push", {To(kMain, "")});
  const Answer first = AskOne(request);
  const Answer second = AskOne(request);
  EXPECT_FALSE(second.accepted);
  EXPECT_EQ(second.row, first.row);
  EXPECT_EQ(WhatOf(second), WhatOf(first));
}

TEST_F(Pushes, WhatTheGatesSayIsHeldAgainstASecondAnswer) {
  PushRequest request = Request("push", {To(kMain, "c1")});
  EXPECT_TRUE(AskOne(request).accepted);
  request.candidates[0].refusals.push_back({"a bad message"});
  EXPECT_FALSE(AskOne(request).accepted);
}

TEST_F(Pushes, AnotherPushIsJudgedByItself) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(AskOne(Request("one", {To(kMain, "c1a")})).accepted);
  world_.End("one");
  world_.server.true_time = Minutes(11);
  EXPECT_FALSE(AskOne(Request("two", {To(kMain, "c1a")})).accepted);
}

// ---- what is claimed

TEST_F(Pushes, AFalseOldValueIsRefused) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(PushAll(Minutes(1), "alice", {{kMain, "c0", "c2"}}));
  EXPECT_EQ(world_.ValueOf(kMain), "c1");
}

TEST_F(Pushes, AnOldValueOfNothingDeletesNothing) {
  Branches().deletion = RefPolicy::Delete::kAllow;
  EXPECT_FALSE(PushAll(0, "alice", {{kMain, std::nullopt, std::nullopt}}));
}

TEST_F(Pushes, WhatIsNotThereIsNotDeleted) {
  Branches().deletion = RefPolicy::Delete::kAllow;
  EXPECT_FALSE(PushAll(0, "alice", {{kFeature, std::nullopt, std::nullopt}}));
}

TEST_F(Pushes, ARefThatIsNamedTwiceIsRefusedTwice) {
  EXPECT_FALSE(PushAll(0, "alice", {To(kMain, "c1"), {kMain, "c1", "c0"}}));
  EXPECT_EQ(What(), "the push names this ref twice");
}

TEST_F(Pushes, ARefWithoutPolicyIsRefused) {
  EXPECT_FALSE(Push(0, "alice", "c1", "refs/pull/1/head"));
}

// ---- who

TEST_F(Pushes, NobodyGoesForward) {
  PushRequest request = Request("push", {To(kMain, "c1")});
  request.pusher = std::nullopt;
  EXPECT_TRUE(AskOne(request).accepted);
}

TEST_F(Pushes, NobodyTakesNothingBack) {
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

TEST_F(Pushes, TheSameNameOfAnotherProviderIsSomebodyElse) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  PushRequest request = Request("push", {To(kMain, "c1a")});
  request.pusher = Pusher{"gitea", "alice"};
  EXPECT_FALSE(AskOne(request).accepted);
}

// ---- tags, notes, free refs

TEST_F(Pushes, ATagNeedsABranch) {
  EXPECT_FALSE(Push(0, "alice", "c1", kTag));
  EXPECT_TRUE(Push(0, "alice", "c0", kTag));
}

TEST_F(Pushes, ATagComesWithItsCommit) {
  EXPECT_TRUE(PushAll(0, "alice", {To(kTag, "c1"), To(kMain, "c2")}));
}

TEST_F(Pushes, ATagDoesNotComeWithACommitThatIsRefused) {
  Branches().pushers = {{"bob"}};
  EXPECT_FALSE(PushAll(0, "alice", {To(kTag, "c1"), To(kMain, "c2")}));
}

TEST_F(Pushes, ATagIsNotMadeOfWhatTheSamePushTakesOff) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(PushAll(Seconds(1), "alice", {To(kTag, "c1"), To(kMain, "x")}));
}

TEST_F(Pushes, ATagStaysWhereItIs) {
  EXPECT_TRUE(Push(0, "alice", "c0", kTag));
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1", kTag));
  EXPECT_FALSE(Push(Seconds(1), "alice", "", kTag));
}

TEST_F(Pushes, ATagMovesWhereThePolicySaysSo) {
  EXPECT_TRUE(Push(0, "alice", "c0", kTag));
  world_.PolicyOf(kTag).within = kForever;
  world_.PolicyOf(kTag).deletion = RefPolicy::Delete::kAllow;
  EXPECT_TRUE(Push(Seconds(1), "alice", "c1", kTag));
  EXPECT_TRUE(Push(Seconds(1), "alice", "", kTag));
}

TEST_F(Pushes, ATagOfATreeIsRefused) {
  PushRequest request = Request("push", {To(kTag, "c0")});
  request.candidates[0].update.target =
      world_.server.AddTagObject(std::nullopt);
  EXPECT_FALSE(AskOne(request).accepted);
}

TEST_F(Pushes, AnAnnotatedTagMakesItsCommitFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.server.refs["refs/tags/tree"] =
      world_.server.AddTagObject(std::nullopt);
  EXPECT_TRUE(Push(Seconds(1), "alice", "c1a"));
  world_.server.refs["refs/tags/v2"] = world_.server.AddTagObject("c1a");
  EXPECT_FALSE(Push(Seconds(2), "alice", "c1b"));
}

TEST_F(Pushes, OfManyTagsTheOneInTheWayIsNamed) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  for (int i = 0; i < 40; ++i)
    world_.SetByHand("refs/tags/old" + std::to_string(i), "c0");
  world_.SetByHand("refs/tags/old27", "c1");
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1a"));
  EXPECT_EQ(last_.front().refusals.front().more.front(),
            "'refs/tags/old27' has it, too");
}

TEST_F(Pushes, FreeRefsGoAnywhereAndCountNowhere) {
  RefPolicy topics;
  topics.match = RefPattern("refs/heads/topic/**");
  topics.rules = kNoRules;
  world_.policy.refs.insert(world_.policy.refs.begin(), topics);
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(0, "bob", "c1", "refs/heads/topic/a"));
  EXPECT_TRUE(Push(Minutes(60), "alice", "x", "refs/heads/topic/a"));
  EXPECT_FALSE(Push(Minutes(60), "alice", "y", kTag));
  EXPECT_TRUE(Push(Minutes(60), "bob", "", "refs/heads/topic/a"));
  EXPECT_TRUE(Push(Minutes(60), "bob", "c1a", "refs/heads/topic/a"));
}

TEST_F(Pushes, WhatAFreeRefHasMayBeTakenBack) {
  RefPolicy topics;
  topics.match = RefPattern("refs/heads/topic/**");
  topics.rules = kNoRules;
  world_.policy.refs.insert(world_.policy.refs.begin(), topics);
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Seconds(1), "bob", "c1", "refs/heads/topic/a"));
  EXPECT_TRUE(Push(Seconds(2), "alice", "c1a"));
}

TEST_F(Pushes, NotesOnlyGoForward) {
  RefPolicy notes;
  notes.match = RefPattern("refs/notes/*");
  world_.policy.refs.push_back(notes);
  EXPECT_TRUE(Push(0, "alice", "c1", "refs/notes/n"));
  EXPECT_TRUE(Push(0, "bob", "c2", "refs/notes/n"));
  EXPECT_FALSE(Push(0, "bob", "c1", "refs/notes/n"));
  EXPECT_FALSE(Push(0, "bob", "", "refs/notes/n"));
}

// ---- grants

TEST_F(Pushes, AGrantIsForOnePushOfOnePerson) {
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

TEST_F(Pushes, AGrantRunsOut) {
  EXPECT_TRUE(Push(0, "bob", "c1"));
  world_.Grant({kMain, "c1", "x"}, "alice", Minutes(1));
  EXPECT_FALSE(Push(Minutes(1) + 1, "alice", "x"));
}

TEST_F(Pushes, AGrantComesBackFromAPushThatDied) {
  EXPECT_TRUE(Push(0, "bob", "c1"));
  world_.Grant({kMain, "c1", "x"}, "alice", Minutes(60));
  EXPECT_TRUE(PushAndDie(Minutes(1), "alice", "x", Death::kBeforeMove));
  EXPECT_TRUE(Push(Minutes(2), "alice", "x"));
  world_.SetByHand(kMain, "c1");
  EXPECT_FALSE(Push(Minutes(3), "alice", "x"));
}

TEST_F(Pushes, AGrantIsNotNeededInTheWindow) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.Grant({kMain, "c1", "c1a"}, "alice", Minutes(60));
  EXPECT_TRUE(Push(Minutes(1), "alice", "c1a"));
  EXPECT_EQ(last_.front().how, RowHow::kWindow);
  EXPECT_EQ(last_.front().to_keep, std::nullopt);
}

// ---- policies

TEST_F(Pushes, WhereRewritingIsRefusedAmendingIs) {
  Branches().within = 0;
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1a"));
  EXPECT_EQ(What(), "nothing is rewritten here");
}

TEST_F(Pushes, WhereRewritingIsAllowedAnybodyMay) {
  Branches().within = kForever;
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(60), "bob", "x"));
  EXPECT_EQ(last_.front().how, RowHow::kAllow);
}

TEST_F(Pushes, MessagesOnlyMeansTheSameFiles) {
  Branches().scope = RefPolicy::Scope::kMessageOnly;
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "x"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "c0"));
  EXPECT_TRUE(Push(Seconds(1), "alice", "same"));
}

TEST_F(Pushes, AWiderWindowOpensNothingThatIsFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  Branches().within = Minutes(60);
  EXPECT_FALSE(Push(Minutes(12), "alice", "c1a"));
}

TEST_F(Pushes, ANarrowerWindowHoldsAtOnce) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  Branches().within = Minutes(1);
  EXPECT_FALSE(Push(Minutes(2), "alice", "c1a"));
}

// ---- what is gone

TEST_F(Pushes, WhatStoodLastAndIsPrunedCannotBeComparedWith) {
  Branches().deletion = RefPolicy::Delete::kAllow;
  EXPECT_TRUE(Push(0, "alice", "c1", kFeature));
  EXPECT_TRUE(Push(0, "alice", "", kFeature));
  world_.server.unreadable.set(world_.server.graph.NumberOf("c1"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "x", kFeature));
  Branches().within = kForever;
  EXPECT_TRUE(Push(Seconds(2), "alice", "x", kFeature));
}

TEST_F(Pushes, APrunedRewriteClosesWhatItLeft) {
  EXPECT_TRUE(Push(0, "alice", "c2"));
  EXPECT_TRUE(PushAndDie(Minutes(1), "alice", "c1", Death::kAfterMove));
  world_.server.unreadable.set(world_.server.graph.NumberOf("c2"));
  EXPECT_FALSE(Push(Minutes(2), "alice", "x"));
  EXPECT_TRUE(Push(Minutes(2), "alice", "c2a"));
  EXPECT_FALSE(Push(Minutes(3), "alice", "c1"));
  EXPECT_TRUE(Push(Minutes(12), "alice", "c0") ||
              world_.ValueOf(kMain) == "c2a");
}

// ---- what is written

TEST_F(Pushes, AnAcceptedPushIsWrittenDownBeforeItLands) {
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

TEST_F(Pushes, ARefusedPushIsWrittenDownWithItsReason) {
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

TEST_F(Pushes, OnlyAHundredRefusedRowsADayAreWrittenForOnePerson) {
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

TEST_F(Pushes, OneByOneEachRefIsAnsweredByItself) {
  PushRequest request = Request("push", {To(kMain, "c1"), To(kStaging, "")});
  request.one_by_one = true;
  const auto answers = Decide(world_.ledger, world_.server, request);
  EXPECT_TRUE(answers[0].accepted);
  EXPECT_FALSE(answers[1].accepted);
}

TEST_F(Pushes, TimeInTheLedgerNeverGoesBack) {
  EXPECT_TRUE(Push(Seconds(10), "alice", "c1"));
  const Micros first = RowOf(last_.front()).row.received;
  world_.server.wall_offset = -Seconds(100);
  EXPECT_TRUE(Push(Seconds(11), "alice", "c2"));
  const Row second = RowOf(last_.front()).row;
  EXPECT_EQ(second.received, first);
  EXPECT_EQ(second.clock, world_.server.Now().wall);
}

TEST_F(Pushes, AnOrdinaryPushWalksOnce) {
  for (int i = 0; i < 10; ++i)
    EXPECT_TRUE(Push(Seconds(i), "alice", i % 2 ? "c1" : "c1a"));
  world_.server.walks = 0;
  EXPECT_TRUE(AskOne(Request("push", {To(kMain, "c2")})).accepted);
  EXPECT_EQ(world_.server.walks, 1);
}

}  // namespace
}  // namespace commitgate::testing
