// SPDX-License-Identifier: MIT
#include "hooks/window/window.h"

#include <gtest/gtest.h>

#include "tests/hooks/push/fake_server.h"

namespace commitgate::testing {
namespace {

using Why = WindowRefusal::Why;

const Pusher kAlice{"unix", "alice"};
const Pusher kBob{"unix", "bob"};

/// alice pushed c1 at 100 s; it is 200 s now.
class Window : public ::testing::Test {
 protected:
  Window() {
    server_.graph.Add("c1", {"c0"});
    server_.graph.Add("x", {"c0"});
    server_.graph.Add("same", {"c0"}, "tree-of-c1");
    view_.tip = LedgerTip{Id("c1"), Id("c1"), RowHow::kForward};
    view_.marks[Id("c1")] = Mark{.pusher = kAlice,
                                 .source = 5,
                                 .clock = 100 * kSecond,
                                 .uptime = 100 * kSecond,
                                 .boot = "boot",
                                 .within = 600 * kSecond,
                                 .order = 10,
                                 .push = "push"};
    view_.events = {{10, kAlice}};
    request_ = {.pusher = kAlice,
                .before = Id("c1"),
                .after = Id("x"),
                .within = 600 * kSecond,
                .now = {200 * kSecond, 200 * kSecond, "boot"}};
  }

  ObjectId Id(const std::string& name) const {
    return server_.graph.IdOf(name);
  }

  std::optional<WindowRefusal> Judge() const {
    return JudgeRewrite(
        request_, view_, [](const ObjectId&, int64_t) { return std::nullopt; },
        server_, [this](const std::vector<GoneCommit>&) { return elsewhere_; });
  }

  std::optional<Why> Refusal() const {
    const auto refusal = Judge();
    return refusal ? std::optional(refusal->why) : std::nullopt;
  }

  Mark& mark() { return view_.marks[Id("c1")]; }

  FakeServer server_;
  RefView view_;
  RewriteRequest request_;
  std::optional<std::string> elsewhere_;
};

TEST_F(Window, IsOpen) {
  EXPECT_EQ(Refusal(), std::nullopt);
}

TEST_F(Window, IsNotThereWhereForcePushIsRefused) {
  request_.within = 0;
  EXPECT_EQ(Refusal(), Why::kNotHere);
}

TEST_F(Window, IsClosedForATipThatTheLedgerDoesNotKnow) {
  request_.before = Id("x");
  request_.after = Id("c0");
  EXPECT_EQ(Refusal(), Why::kUnknownTip);
  view_.tip.reset();
  EXPECT_EQ(Refusal(), Why::kUnknownTip);
}

TEST_F(Window, IsClosedWhileTheClockIsBehind) {
  request_.clock_went_back = true;
  EXPECT_EQ(Refusal(), Why::kClockWentBack);
}

TEST_F(Window, IsClosedForWhatHasNoMark) {
  view_.marks.clear();
  EXPECT_EQ(Refusal(), Why::kFinal);
}

TEST_F(Window, IsItsPushersOnly) {
  request_.pusher = kBob;
  EXPECT_EQ(Refusal(), Why::kSomebodyElses);
  EXPECT_EQ(Judge()->who, kAlice);
}

TEST_F(Window, EndsWithTheLastMicrosecond) {
  request_.now.wall = 700 * kSecond;
  EXPECT_EQ(Refusal(), std::nullopt);
  request_.now.wall += 1;
  EXPECT_EQ(Refusal(), Why::kTooLate);
  EXPECT_EQ(Judge()->age, 600 * kSecond + 1);
  EXPECT_EQ(Judge()->within, 600 * kSecond);
  EXPECT_EQ(Judge()->commit, Id("c1"));
}

TEST_F(Window, EndsByTheUptimeToo) {
  request_.now.uptime = 700 * kSecond + 1;
  EXPECT_EQ(Refusal(), Why::kTooLate);
}

TEST_F(Window, EndsWithTheMachine) {
  request_.now.boot = "another";
  EXPECT_EQ(Refusal(), Why::kTooLate);
  EXPECT_EQ(Judge()->age, kForever);
}

TEST_F(Window, IsTheShorterOfThenAndNow) {
  mark().within = 99 * kSecond;
  EXPECT_EQ(Refusal(), Why::kTooLate);
  mark().within = 600 * kSecond;
  request_.within = 99 * kSecond;
  EXPECT_EQ(Refusal(), Why::kTooLate);
}

TEST_F(Window, IsClosedByWhatSomebodyElseLandsLater) {
  view_.events.push_back({11, kBob});
  EXPECT_EQ(Refusal(), Why::kSomebodySince);
  EXPECT_EQ(Judge()->who, kBob);
  view_.events.back().pusher = std::nullopt;
  EXPECT_EQ(Refusal(), Why::kSomebodySince);
}

TEST_F(Window, IsNotClosedByWhatSomebodyElseHadLandedBefore) {
  view_.events.insert(view_.events.begin(), {9, kBob});
  view_.events.push_back({12, kAlice});
  EXPECT_EQ(Refusal(), std::nullopt);
}

TEST_F(Window, IsClosedForWhatIsElsewhere) {
  elsewhere_ = "refs/tags/v1";
  EXPECT_EQ(Refusal(), Why::kElsewhere);
  EXPECT_EQ(Judge()->ref, "refs/tags/v1");
}

TEST_F(Window, OfMessagesWantsTheSameTree) {
  request_.scope = RefPolicy::Scope::kMessageOnly;
  EXPECT_EQ(Refusal(), Why::kNotMessageOnly);
  request_.after = std::nullopt;
  view_.marks[Id("c0")] = mark();
  EXPECT_EQ(Refusal(), Why::kNotMessageOnly);
  request_.after = Id("same");
  EXPECT_EQ(Refusal(), std::nullopt);
}

TEST_F(Window, OfADeletedRefIsOpenByWhatIsRemembered) {
  const Mark remembered = mark();
  view_ = {};
  view_.tip = LedgerTip{std::nullopt, Id("c1"), RowHow::kAllow};
  const auto judge = [&](const std::optional<Mark>& mark) {
    return JudgeRewrite(
        request_, view_, [&](const ObjectId&, int64_t) { return mark; },
        server_, [](const auto&) { return std::nullopt; });
  };
  EXPECT_FALSE(judge(remembered));
  EXPECT_EQ(judge(std::nullopt)->why, Why::kFinal);
}

TEST_F(Window, TellsWhatIsOpenAndForHowLong) {
  mark().order = 11;
  view_.marks[Id("x")] = mark();
  view_.marks[Id("x")].order = 10;
  view_.marks[Id("c0")] = ClosedMark();
  std::vector<std::string> open;
  for (const OpenCommit& commit :
       OpenCommits(view_, 300 * kSecond, request_.now))
    open.push_back(server_.graph.NameOf(commit.commit) + " " +
                   commit.pusher.id + " " +
                   std::to_string(commit.left / kSecond));
  EXPECT_EQ(open, (std::vector<std::string>{"x alice 200", "c1 alice 200"}));
}

TEST_F(Window, TellsNothingThatIsFinal) {
  request_.now.wall = 701 * kSecond;
  EXPECT_TRUE(OpenCommits(view_, 600 * kSecond, request_.now).empty());
  request_.now.wall = 200 * kSecond;
  view_.events.push_back({11, kBob});
  EXPECT_TRUE(OpenCommits(view_, 600 * kSecond, request_.now).empty());
}

}  // namespace
}  // namespace commitgate::testing
