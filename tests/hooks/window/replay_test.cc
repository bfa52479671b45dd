// SPDX-License-Identifier: MIT
#include "hooks/window/replay.h"

#include <gtest/gtest.h>

#include <map>

#include "tests/hooks/push/fake_server.h"

namespace commitgate::testing {
namespace {

/// Rows of one branch, a second apart and all landed as they are written.
/// c1 and x are on c0, c2 is on c1, y on x.
class Replaying : public ::testing::Test {
 protected:
  Replaying() {
    server_.graph.Add("c1", {"c0"});
    server_.graph.Add("c2", {"c1"});
    server_.graph.Add("x", {"c0"});
    server_.graph.Add("y", {"x"});
    Row& row = Add(RowKind::kBaseline, RowHow::kBaseline, "", "c0");
    row.pusher = std::nullopt;
  }

  Row& Add(RowKind kind, RowHow how, const std::string& before,
           const std::string& after, const std::string& who = "alice") {
    LandedRow landed;
    const auto number = static_cast<int64_t>(history_.rows.size()) + 1;
    landed.order = 100 + number;
    landed.moved = true;
    Row& row = landed.row;
    row.seq = number;
    row.push = "push" + std::to_string(number);
    row.ref = "refs/heads/main";
    row.kind = kind;
    row.how = how;
    row.before = Id(before);
    row.after = Id(after);
    row.pusher = Pusher{"unix", who};
    row.received = row.clock = row.uptime = number * kSecond;
    row.boot = "boot";
    row.within = 600 * kSecond;
    history_.rows.push_back(std::move(landed));
    return history_.rows.back().row;
  }

  Row& Forward(const std::string& before, const std::string& after,
               const std::string& who = "alice") {
    return Add(RowKind::kForward, RowHow::kForward, before, after, who);
  }

  Row& Rewrite(const std::string& before, const std::string& after,
               const std::string& who = "alice") {
    return Add(RowKind::kRewrite, RowHow::kWindow, before, after, who);
  }

  std::optional<ObjectId> Id(const std::string& name) const {
    if (name.empty())
      return std::nullopt;
    return server_.graph.IdOf(name);
  }

  RefView Play() const {
    return Replay(history_, server_, recall_, 600 * kSecond);
  }

  /// `who source order` of the mark that a commit has in the end.
  std::string MarkOf(const std::string& commit) const {
    const Mark mark = Play().MarkOf(*Id(commit), recall_);
    if (mark == ClosedMark())
      return "closed";
    return mark.pusher->id + " " + std::to_string(mark.source) + " " +
           std::to_string(mark.order);
  }

  FakeServer server_;
  LandedHistory history_;
  std::map<std::pair<ObjectId, int64_t>, Mark> memory_;
  Recall recall_ = [this](const ObjectId& commit,
                          int64_t order) -> std::optional<Mark> {
    std::optional<Mark> last;
    for (const auto& [key, mark] : memory_)
      if (key.first == commit && key.second < order)
        last = mark;
    return last;
  };
};

TEST_F(Replaying, WhatWasThereBeforeTheLedgerIsFinal) {
  EXPECT_EQ(MarkOf("c0"), "closed");
}

TEST_F(Replaying, APushMarksWhatItAdds) {
  Forward("c0", "c2");
  EXPECT_EQ(MarkOf("c1"), "alice 2 102");
  EXPECT_EQ(MarkOf("c2"), "alice 2 102");
  EXPECT_EQ(MarkOf("c0"), "closed");
}

TEST_F(Replaying, ARewriteTakesTheTimeOfWhatItReplaces) {
  Forward("c0", "c1");
  Rewrite("c1", "x");
  EXPECT_EQ(MarkOf("x"), "alice 2 103");
  EXPECT_EQ(MarkOf("c1"), "closed");
}

TEST_F(Replaying, WhatFillsAHoleTakesItsTime) {
  Forward("c0", "c1");
  Rewrite("c1", "c0");
  Forward("c0", "y");
  EXPECT_EQ(MarkOf("x"), "alice 2 104");
  EXPECT_EQ(MarkOf("y"), "alice 4 104");
}

TEST_F(Replaying, ARewriteFillsTheHoleBelowItsTipToo) {
  Forward("c0", "c1");
  Rewrite("c1", "c0");
  Forward("c0", "x", "bob");
  Rewrite("x", "c2").how = RowHow::kAllow;
  EXPECT_EQ(MarkOf("c1"), "alice 2 105");
  EXPECT_EQ(MarkOf("c2"), "alice 4 105");
}

TEST_F(Replaying, SomebodyElseFillsNoHole) {
  Forward("c0", "c1");
  Rewrite("c1", "c0");
  Forward("c0", "x", "bob");
  EXPECT_EQ(MarkOf("x"), "bob 4 104");
}

TEST_F(Replaying, WhatIsRememberedComesBackAsItWas) {
  Forward("c0", "c1");
  Rewrite("c1", "c0");
  Mark mark = Play().MarkOf(*Id("c1"), recall_);
  mark.pusher = Pusher{"unix", "alice"};
  mark.source = 2;
  mark.order = 102;
  memory_[{*Id("c1"), 103}] = mark;
  Forward("c0", "c1");
  EXPECT_EQ(MarkOf("c1"), "alice 2 102");
}

TEST_F(Replaying, WhatIsRememberedLaterDoesNotCount) {
  Forward("c0", "c1");
  memory_[{*Id("c1"), 102}] = ClosedMark();
  EXPECT_EQ(MarkOf("c1"), "alice 2 102");
}

TEST_F(Replaying, AnOutsideMovementClosesEverything) {
  Forward("c0", "c1");
  Add(RowKind::kOutside, RowHow::kOutside, "c1", "c2");
  EXPECT_EQ(MarkOf("c1"), "closed");
  EXPECT_EQ(MarkOf("c2"), "closed");
  EXPECT_EQ(Play().events.back().pusher, std::nullopt);
}

TEST_F(Replaying, AGrantClosesEverything) {
  Forward("c0", "c1");
  Add(RowKind::kRewrite, RowHow::kGrant, "c1", "y");
  EXPECT_EQ(MarkOf("x"), "closed");
  EXPECT_EQ(Play().events.back().pusher, std::nullopt);
}

TEST_F(Replaying, AClockRowClosesEverythingAndMovesNothing) {
  Forward("c0", "c1");
  Add(RowKind::kClock, RowHow::kClock, "", "");
  history_.rows.back().moved = false;
  EXPECT_EQ(MarkOf("c1"), "closed");
  EXPECT_EQ(Play().value(), Id("c1"));
}

TEST_F(Replaying, TheSameMovementToldTwiceIsAnEvent) {
  Forward("c0", "c1");
  Row& twin = Forward("c0", "c1", "bob");
  twin.within = 60 * kSecond;
  twin.clock = 0;
  history_.rows.back().moved = false;
  const RefView view = Play();
  EXPECT_EQ(view.events.back().pusher, (Pusher{"unix", "bob"}));
  EXPECT_EQ(view.marks.at(*Id("c1")).within, 60 * kSecond);
  EXPECT_EQ(view.marks.at(*Id("c1")).clock, 0);
  EXPECT_EQ(MarkOf("c1"), "alice 2 102");
}

TEST_F(Replaying, APushThatChangesNothingIsNotEvenAnEvent) {
  Forward("c0", "c1");
  Add(RowKind::kNone, RowHow::kForward, "c1", "c1", "bob");
  history_.rows.back().moved = false;
  EXPECT_EQ(Play().events.size(), 2u);
}

TEST_F(Replaying, ACreationMarksWhateverItReachesWithoutReadingIt) {
  history_.rows.clear();
  Add(RowKind::kCreate, RowHow::kForward, "", "c2");
  server_.walks = 0;
  EXPECT_EQ(MarkOf("c0"), "alice 1 101");
  EXPECT_EQ(server_.walks, 0);
}

TEST_F(Replaying, ACreationRemembersToo) {
  history_.rows.clear();
  memory_[{*Id("c1"), 50}] = ClosedMark();
  Add(RowKind::kCreate, RowHow::kForward, "", "c2");
  EXPECT_EQ(MarkOf("c1"), "closed");
  EXPECT_EQ(MarkOf("c2"), "alice 1 101");
}

TEST_F(Replaying, WhatACreationBroughtGetsNoYoungerThanWhatGoesOfIt) {
  server_.graph.Add("m", {"c1", "x"});
  history_.rows.clear();
  Mark old;
  old.pusher = Pusher{"unix", "alice"};
  old.source = 3;
  memory_[{*Id("c1"), 50}] = old;
  Add(RowKind::kCreate, RowHow::kForward, "", "m").seq = 5;
  EXPECT_EQ(MarkOf("x"), "alice 5 101");
  Rewrite("m", "x").seq = 6;
  EXPECT_EQ(MarkOf("x"), "alice 3 101");
}

TEST_F(Replaying, RowsThatAreLeftOutLeaveEverythingFinal) {
  history_.rows.clear();
  history_.before = LedgerTip{Id("c1"), Id("c1"), RowHow::kForward};
  Forward("c1", "c2");
  EXPECT_EQ(MarkOf("c1"), "closed");
  EXPECT_EQ(MarkOf("c2"), "alice 1 101");
}

TEST_F(Replaying, WhatCannotBeReadClosesEverything) {
  Forward("c0", "c1");
  Rewrite("c1", "x");
  Forward("x", "y");
  server_.unreadable.set(server_.graph.NumberOf("c1"));
  EXPECT_EQ(MarkOf("x"), "closed");
  // The places are unknown, so the hole may be anywhere.
  EXPECT_EQ(MarkOf("y"), "alice 0 104");
  EXPECT_EQ(Play().value(), Id("y"));
}

TEST_F(Replaying, TheLedgersOwnErrorsAreNotTakenForPrunedCommits) {
  Forward("c0", "c1");
  const Recall broken = [](const ObjectId&, int64_t) -> std::optional<Mark> {
    throw std::runtime_error("the ledger is locked");
  };
  EXPECT_THROW(Replay(history_, server_, broken, 600 * kSecond),
               std::runtime_error);
}

}  // namespace
}  // namespace commitgate::testing
