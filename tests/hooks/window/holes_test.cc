// SPDX-License-Identifier: MIT
#include "hooks/window/holes.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

Row RowAt(Micros received, Micros uptime, const std::string& boot = "boot") {
  Row row;
  row.pusher = Pusher{"unix", "alice"};
  row.received = received;
  row.uptime = uptime;
  row.boot = boot;
  row.within = 600;
  return row;
}

Mark MarkFrom(int64_t source) {
  Mark mark;
  mark.source = source;
  return mark;
}

const Hole kHole = MakeHole(RowAt(1000, 50), 3, MarkFrom(7), kForever);

TEST(Hole, LivesAsLongAsTheWindowOfItsRow) {
  const struct {
    const char* what;
    Row row;
    bool open;
  } kCases[] = {
      {"at once", RowAt(1000, 50), true},
      {"at the end", RowAt(1600, 650), true},
      {"after it by both clocks", RowAt(1601, 651), false},
      {"after it by the wall clock only", RowAt(9999, 650), true},
      {"after it by the uptime only", RowAt(1600, 9999), true},
      {"after a restart, in time", RowAt(1600, 0, "other"), true},
      {"after a restart, too late", RowAt(1601, 0, "other"), false},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.what);
    EXPECT_EQ(IsOpenTo(kHole, test.row), test.open);
  }
}

TEST(Hole, IsOpenToWhoMadeItOnly) {
  Row row = RowAt(1000, 50);
  row.pusher = Pusher{"unix", "bob"};
  EXPECT_FALSE(IsOpenTo(kHole, row));
  row.pusher = Pusher{"http", "alice"};
  EXPECT_FALSE(IsOpenTo(kHole, row));
}

TEST(Hole, NobodyHasNone) {
  Row row = RowAt(1000, 50);
  row.pusher = std::nullopt;
  const Hole of_nobody = MakeHole(row, 3, MarkFrom(7), kForever);
  EXPECT_FALSE(IsOpenTo(of_nobody, row));
}

TEST(Hole, LivesNotForEverWhereRewritingIsAlwaysAllowed) {
  Row row = RowAt(1000, 50);
  row.within = kForever;
  EXPECT_EQ(MakeHole(row, 3, MarkFrom(7), 60).within, 60);
}

TEST(MarksOfHoles, AreThoseThatReachUpToAPlace) {
  const std::vector<Hole> holes{
      MakeHole(RowAt(1000, 50), 3, MarkFrom(7), kForever),
      MakeHole(RowAt(1000, 50), 5, MarkFrom(8), kForever)};
  const Row row = RowAt(1001, 51);
  EXPECT_EQ(MarksOfHoles(holes, row, 3),
            (std::vector<Mark>{MarkFrom(7), MarkFrom(8)}));
  EXPECT_EQ(MarksOfHoles(holes, row, 4), std::vector<Mark>{MarkFrom(8)});
  EXPECT_EQ(MarksOfHoles(holes, row, 6), std::vector<Mark>());
}

}  // namespace
}  // namespace commitgate
