// SPDX-License-Identifier: MIT
#include "validator/engine/duration.h"

#include <gtest/gtest.h>

namespace commitgate {
namespace {

constexpr Micros kMinute = 60 * kSecond;
constexpr Micros kHour = 60 * kMinute;
constexpr Micros kDay = 24 * kHour;

TEST(ParseDuration, TakesANumberAndAUnit) {
  const struct {
    const char* text;
    Micros duration;
  } kCases[] = {
      {"0s", 0},
      {"1s", kSecond},
      {"10m", 10 * kMinute},
      {"010m", 10 * kMinute},
      {"24h", kDay},
      {"7d", 7 * kDay},
      {"36500d", kLongestDuration},
      {"876000h", kLongestDuration},
      {"3153600000s", kLongestDuration},
  };
  for (const auto& [text, duration] : kCases)
    EXPECT_EQ(ParseDuration(text), duration) << text;
}

TEST(ParseDuration, TakesNothingElse) {
  for (const char* text :
       {"", "m", "10", "10 m", " 10m", "10m ", "-1m", "+1m", "1.5h", "1h30m",
        "10M", "10min", "10w", "0x1m", "1e3s", "ten m", "m10", "1ms", "10\nm"})
    EXPECT_EQ(ParseDuration(text), std::nullopt) << text;
  EXPECT_EQ(ParseDuration(std::string_view("1\0m", 3)), std::nullopt);
}

TEST(ParseDuration, TakesNothingLongerThan100Years) {
  for (const char* text :
       {"36501d", "876001h", "52560001m", "3153600001s", "9223372036854775807d",
        "9223372036854775808s", "99999999999999999999s"})
    EXPECT_EQ(ParseDuration(text), std::nullopt) << text;
}

TEST(PrintDuration, IsAsShortAsCanBe) {
  const struct {
    Micros duration;
    const char* text;
  } kCases[] = {
      {0, "0s"},
      {kSecond, "1s"},
      {59 * kSecond, "59s"},
      {kMinute, "1m"},
      {90 * kSecond, "90s"},
      {10 * kMinute, "10m"},
      {90 * kMinute, "90m"},
      {25 * kHour, "25h"},
      {14 * kDay, "14d"},
      {kDay + kSecond, "86401s"},
      {kLongestDuration, "36500d"},
  };
  for (const auto& [duration, text] : kCases) {
    EXPECT_EQ(PrintDuration(duration), text);
    EXPECT_EQ(ParseDuration(text), duration) << text;
  }
}

TEST(DescribeDuration, RoundsDownToWhatMatters) {
  const struct {
    Micros duration;
    const char* text;
  } kCases[] = {
      {-kHour, "0 seconds"},
      {0, "0 seconds"},
      {kSecond - 1, "0 seconds"},
      {kSecond, "1 second"},
      {2 * kSecond - 1, "1 second"},
      {59 * kSecond, "59 seconds"},
      {kMinute, "1 minute"},
      {kMinute + kSecond, "1 minute 1 second"},
      {9 * kMinute + 30 * kSecond, "9 minutes 30 seconds"},
      {10 * kMinute, "10 minutes"},
      {10 * kMinute + 1, "10 minutes"},
      {kHour, "1 hour"},
      {kHour + 59 * kSecond, "1 hour"},
      {kHour + 61 * kSecond, "1 hour 1 minute"},
      {kDay - 1, "23 hours 59 minutes"},
      {kDay, "1 day"},
      {kDay + 59 * kMinute, "1 day"},
      {2 * kDay + 4 * kHour + 5 * kMinute, "2 days 4 hours"},
      {kLongestDuration, "36500 days"},
  };
  for (const auto& [duration, text] : kCases)
    EXPECT_EQ(DescribeDuration(duration), text);
}

}  // namespace
}  // namespace commitgate
