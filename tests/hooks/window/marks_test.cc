// SPDX-License-Identifier: MIT
#include "hooks/window/marks.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

const Pusher kAlice{"unix", "alice"};
const Pusher kBob{"unix", "bob"};

Mark MakeMark(int64_t source, Micros clock) {
  return {.pusher = kAlice,
          .source = source,
          .clock = clock,
          .uptime = clock + 1,
          .boot = "boot",
          .within = 600,
          .order = source + 10,
          .push = "push " + std::to_string(source)};
}

TEST(Eldest, IsTheMarkOfTheEarliestRow) {
  EXPECT_EQ(Eldest({MakeMark(3, 30), MakeMark(1, 10), MakeMark(2, 20)}),
            MakeMark(1, 10));
}

TEST(Eldest, HasTheEarliestClockAndTheShortestWindowOfAll) {
  Mark later = MakeMark(2, 5);
  later.within = 60;
  Mark wanted = MakeMark(1, 10);
  wanted.clock = 5;
  wanted.within = 60;
  EXPECT_EQ(Eldest({MakeMark(1, 10), later}), wanted);
}

TEST(Eldest, OfAClosedMarkIsClosedForEver) {
  EXPECT_EQ(Eldest({MakeMark(1, 10), ClosedMark()}), ClosedMark());
}

TEST(OwnMark, IsThatOfTheRow) {
  LandedRow landed{.row = {}, .order = 9};
  landed.row.seq = 7;
  landed.row.pusher = kAlice;
  landed.row.received = 31;
  landed.row.clock = 30;
  landed.row.uptime = 3;
  landed.row.boot = "boot";
  landed.row.within = 600;
  landed.row.push = "push";
  EXPECT_EQ(OwnMark(landed), (Mark{.pusher = kAlice,
                                   .source = 7,
                                   .clock = 30,
                                   .uptime = 3,
                                   .boot = "boot",
                                   .within = 600,
                                   .order = 9,
                                   .push = "push"}));
}

TEST(OwnMark, OfNobodyIsClosed) {
  LandedRow landed;
  landed.row.seq = 7;
  EXPECT_EQ(OwnMark(landed), ClosedMark());
}

TEST(AgedBy, TakesTheTimeOfTheEldestAndNothingElse) {
  Mark elder = MakeMark(1, 10);
  elder.pusher = kBob;
  elder.within = 60;
  Mark wanted = MakeMark(2, 20);
  wanted.source = 1;
  wanted.clock = 10;
  wanted.uptime = 11;
  wanted.within = 60;
  EXPECT_EQ(AgedBy(MakeMark(2, 20), {elder}), wanted);
}

TEST(AgedBy, NothingIsWhatItWas) {
  EXPECT_EQ(AgedBy(MakeMark(2, 20), {}), MakeMark(2, 20));
}

TEST(AgedBy, WhatIsYoungerChangesNoTime) {
  EXPECT_EQ(AgedBy(MakeMark(2, 20), {MakeMark(3, 30)}), MakeMark(2, 20));
}

TEST(Returned, WithoutMemoryIsNew) {
  EXPECT_EQ(Returned(MakeMark(2, 20), std::nullopt), MakeMark(2, 20));
}

TEST(Returned, TakesUpItsOldPlaceInTheOrderOfEvents) {
  EXPECT_EQ(Returned(MakeMark(2, 20), MakeMark(1, 10)), MakeMark(1, 10));
}

TEST(Returned, BySomebodyElseIsNobodys) {
  Mark of_bob = MakeMark(1, 10);
  of_bob.pusher = kBob;
  EXPECT_EQ(Returned(MakeMark(2, 20), of_bob), ClosedMark());
}

TEST(Returned, StaysClosed) {
  EXPECT_EQ(Returned(MakeMark(2, 20), ClosedMark()), ClosedMark());
}

TEST(Returned, ByNobodyIsNobodysEvenWhereItWas) {
  EXPECT_EQ(Returned(ClosedMark(), ClosedMark()), ClosedMark());
}

TEST(Kept, TakesTheTimeOfWhatGoes) {
  Mark wanted = MakeMark(2, 20);
  wanted.source = 1;
  wanted.clock = 10;
  wanted.uptime = 11;
  EXPECT_EQ(Kept(MakeMark(2, 20), MakeMark(1, 10)), wanted);
}

TEST(Kept, ThatIsOlderAnywayStaysAsItIs) {
  EXPECT_EQ(Kept(MakeMark(1, 10), MakeMark(2, 20)), MakeMark(1, 10));
}

TEST(Kept, NeverGetsALaterClock) {
  Mark kept = MakeMark(2, 5);
  EXPECT_EQ(Kept(kept, MakeMark(1, 10)).clock, 5);
}

}  // namespace
}  // namespace commitgate
