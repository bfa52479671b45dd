// SPDX-License-Identifier: MIT
#include "hooks/push/judge_tag.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/pushes.h"

namespace commitgate::testing {
namespace {

class TagsPushes : public Pushes {};

TEST_F(TagsPushes, ATagNeedsABranch) {
  EXPECT_FALSE(Push(0, "alice", "c1", kTag));
  EXPECT_TRUE(Push(0, "alice", "c0", kTag));
}

TEST_F(TagsPushes, ATagComesWithItsCommit) {
  EXPECT_TRUE(PushAll(0, "alice", {To(kTag, "c1"), To(kMain, "c2")}));
}

TEST_F(TagsPushes, ATagDoesNotComeWithACommitThatIsRefused) {
  Branches().pushers = {{"bob"}};
  EXPECT_FALSE(PushAll(0, "alice", {To(kTag, "c1"), To(kMain, "c2")}));
}

TEST_F(TagsPushes, ATagIsNotMadeOfWhatTheSamePushTakesOff) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(PushAll(Seconds(1), "alice", {To(kTag, "c1"), To(kMain, "x")}));
}

TEST_F(TagsPushes, ATagStaysWhereItIs) {
  EXPECT_TRUE(Push(0, "alice", "c0", kTag));
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1", kTag));
  EXPECT_FALSE(Push(Seconds(1), "alice", "", kTag));
}

TEST_F(TagsPushes, ATagMovesWhereThePolicySaysSo) {
  EXPECT_TRUE(Push(0, "alice", "c0", kTag));
  world_.PolicyOf(kTag).within = kForever;
  world_.PolicyOf(kTag).deletion = RefPolicy::Delete::kAllow;
  EXPECT_TRUE(Push(Seconds(1), "alice", "c1", kTag));
  EXPECT_TRUE(Push(Seconds(1), "alice", "", kTag));
}

TEST_F(TagsPushes, ATagOfATreeIsRefused) {
  PushRequest request = Request("push", {To(kTag, "c0")});
  request.candidates[0].update.target =
      world_.server.AddTagObject(std::nullopt);
  EXPECT_FALSE(AskOne(request).accepted);
}

TEST_F(TagsPushes, AnAnnotatedTagMakesItsCommitFinal) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  world_.server.refs["refs/tags/tree"] =
      world_.server.AddTagObject(std::nullopt);
  EXPECT_TRUE(Push(Seconds(1), "alice", "c1a"));
  world_.server.refs["refs/tags/v2"] = world_.server.AddTagObject("c1a");
  EXPECT_FALSE(Push(Seconds(2), "alice", "c1b"));
}

TEST_F(TagsPushes, OfManyTagsTheOneInTheWayIsNamed) {
  EXPECT_TRUE(Push(0, "alice", "c1"));
  for (int i = 0; i < 40; ++i)
    world_.SetByHand("refs/tags/old" + std::to_string(i), "c0");
  world_.SetByHand("refs/tags/old27", "c1");
  EXPECT_FALSE(Push(Seconds(1), "alice", "c1a"));
  EXPECT_EQ(last_.front().refusals.front().more.front(),
            "'refs/tags/old27' has it, too");
}

TEST_F(TagsPushes, FreeRefsGoAnywhereAndCountNowhere) {
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

TEST_F(TagsPushes, WhatAFreeRefHasMayBeTakenBack) {
  RefPolicy topics;
  topics.match = RefPattern("refs/heads/topic/**");
  topics.rules = kNoRules;
  world_.policy.refs.insert(world_.policy.refs.begin(), topics);
  EXPECT_TRUE(Push(0, "alice", "c1"));
  EXPECT_TRUE(Push(Seconds(1), "bob", "c1", "refs/heads/topic/a"));
  EXPECT_TRUE(Push(Seconds(2), "alice", "c1a"));
}

TEST_F(TagsPushes, NotesOnlyGoForward) {
  RefPolicy notes;
  notes.match = RefPattern("refs/notes/*");
  world_.policy.refs.push_back(notes);
  EXPECT_TRUE(Push(0, "alice", "c1", "refs/notes/n"));
  EXPECT_TRUE(Push(0, "bob", "c2", "refs/notes/n"));
  EXPECT_FALSE(Push(0, "bob", "c1", "refs/notes/n"));
  EXPECT_FALSE(Push(0, "bob", "", "refs/notes/n"));
}

}  // namespace
}  // namespace commitgate::testing
