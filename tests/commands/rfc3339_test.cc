// SPDX-License-Identifier: MIT
#include "commands/rfc3339.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

constexpr Micros kDay = 86'400 * kSecond;

TEST(Rfc3339, PrintsTimesInUtc) {
  EXPECT_EQ(PrintTime(0), "1970-01-01T00:00:00.000000Z");
  EXPECT_EQ(PrintTime(1'700'000'000'000'042), "2023-11-14T22:13:20.000042Z");
  EXPECT_EQ(PrintTime(-1), "1969-12-31T23:59:59.999999Z");
  EXPECT_EQ(PrintTime(951'782'400 * kSecond), "2000-02-29T00:00:00.000000Z");
  EXPECT_EQ(PrintTimeForPeople(1'700'000'000'999'999), "2023-11-14 22:13:20");
}

TEST(Rfc3339, ReadsTimes) {
  constexpr Micros kMoment = 1'700'000'000 * kSecond;
  const struct {
    const char* text;
    TimeSpan span;
  } kCases[] = {
      {"1970-01-01T00:00:00Z", {0, kSecond - 1}},
      {"2023-11-14T22:13:20Z", {kMoment, kMoment + kSecond - 1}},
      {"2023-11-14t22:13:20z", {kMoment, kMoment + kSecond - 1}},
      {"2023-11-14 22:13:20Z", {kMoment, kMoment + kSecond - 1}},
      {"2023-11-14T23:13:20+01:00", {kMoment, kMoment + kSecond - 1}},
      {"2023-11-14T16:43:20-05:30", {kMoment, kMoment + kSecond - 1}},
      {"2023-11-15T00:13:20+02:00", {kMoment, kMoment + kSecond - 1}},
      {"2023-11-14T22:13:20.5Z", {kMoment + 500'000, kMoment + 599'999}},
      {"2023-11-14T22:13:20.000001Z", {kMoment + 1, kMoment + 1}},
      {"2023-11-14T22:13:20.0000019Z", {kMoment + 1, kMoment + 1}},
      {"2023-11-14T22:13:20.00000000000000000000001Z", {kMoment, kMoment}},
      {"1970-01-02", {kDay, 2 * kDay - 1}},
      {"2000-02-29", {11'016 * kDay, 11'017 * kDay - 1}},
      {"1970-01-01T23:59:60Z", {kDay, kDay + kSecond - 1}},
  };
  for (const auto& row : kCases)
    EXPECT_EQ(ParseTime(row.text), row.span) << row.text;
}

TEST(Rfc3339, ReadsWhatItPrints) {
  for (const Micros time :
       {Micros{0}, Micros{1}, 1'700'000'000 * kSecond + 123'456, kDay * 365})
    EXPECT_EQ(ParseTime(PrintTime(time)), (TimeSpan{time, time}));
}

TEST(Rfc3339, ReadsNothingElse) {
  for (const char* text : {
           "",
           "now",
           "1700000000",
           "2023-11-1",
           "2023-11",
           "2023-13-01",
           "2023-00-01",
           "2023-02-29",
           "2023-04-31",
           "2023-11-14T",
           "2023-11-14T22:13Z",
           "2023-11-14T22:13:20",
           "2023-11-14T24:00:00Z",
           "2023-11-14T22:60:00Z",
           "2023-11-14T22:13:61Z",
           "2023-11-14T22:13:20.Z",
           "2023-11-14T22:13:20,5Z",
           "2023-11-14T22:13:20+0100",
           "2023-11-14T22:13:20+24:00",
           "2023-11-14T22:13:20+01:60",
           "2023-11-14T22:13:20ZZ",
           " 2023-11-14",
           "2023-11-14 ",
           "2023/11/14",
           "+023-11-14",
           "2023-11-14T22:13:20Z\n",
       })
    EXPECT_EQ(ParseTime(text), std::nullopt) << text;
}

}  // namespace
}  // namespace commitgate
