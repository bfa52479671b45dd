// SPDX-License-Identifier: MIT
#include <cstdint>
#include <limits>

#include <fmt/core.h>
#include <gtest/gtest.h>

#include "tests/support/complaints.h"

namespace commitgate::testing {
namespace {

/// 2018-11-25T00:00:00Z.
constexpr int64_t kNow = 1'543'104'000;
constexpr int64_t kDay = 86'400;
/// 2005-04-07T00:00:00Z.
constexpr int64_t kEpoch = 1'112'832'000;
constexpr int64_t kEver = std::numeric_limits<int64_t>::max();
constexpr int64_t kNever = std::numeric_limits<int64_t>::min();

Lines JudgeText(std::string_view author, std::string_view committer,
                Given given = {}) {
  if (!given.views.now)
    given.views.now = kNow;
  return ComplaintsOfObject(kDates,
                            fmt::format("tree 0\nauthor A <a@b.c>{}\n"
                                        "committer C <c@b.c>{}\n\ndoc: x\n",
                                        author, committer),
                            given);
}

Lines Judge(int64_t author, int64_t committer = kNow, const Given& given = {}) {
  return JudgeText(fmt::format(" {} +0100", author),
                   fmt::format(" {} -0800", committer), given);
}

TEST(Dates, AreOfTheTimeOfGit) {
  for (const int64_t time : {kNow, kNow - 1, kNow + kDay, kEpoch, kEpoch + 1}) {
    SCOPED_TRACE(time);
    EXPECT_EQ(Judge(time), Lines{});
    EXPECT_EQ(Judge(kNow, time), Lines{});
  }
}

TEST(Dates, AreAhead) {
  EXPECT_EQ(Judge(kNow + kDay + 1),
            Lines{"1:1+0: error: author date 2018-11-26 is more than 86400 "
                  "seconds ahead of now, 2018-11-25 [1543190401]"});
  EXPECT_EQ(Judge(kNow, 4'102'444'800),
            Lines{"1:1+0: error: committer date 2100-01-01 is more than 86400 "
                  "seconds ahead of now, 2018-11-25 [4102444800]"});
}

TEST(Dates, AreTooOld) {
  EXPECT_EQ(Judge(kEpoch - 1),
            Lines{"1:1+0: error: author date 2005-04-06 is before 2005-04-07, "
                  "the earliest wanted [1112831999]"});
  EXPECT_EQ(Judge(0, -1),
            (Lines{"1:1+0: error: author date 1970-01-01 is before 2005-04-07, "
                   "the earliest wanted [0]",
                   "1:1+0: error: committer date 1969-12-31 is before "
                   "2005-04-07, the earliest wanted [-1]"}));
}

TEST(Dates, AreAsThePolicySays) {
  const Given given = {.options = {{"skew", "60"}, {"epoch", "0"}}};
  EXPECT_EQ(Judge(0, kNow + 60, given), Lines{});
  EXPECT_EQ(Judge(-1, kNow + 61, given),
            (Lines{"1:1+0: error: author date 1969-12-31 is before 1970-01-01, "
                   "the earliest wanted [-1]",
                   "1:1+0: error: committer date 2018-11-25 is more than 60 "
                   "seconds ahead of now, 2018-11-25 [1543104061]"}));
}

TEST(Dates, AreJudgedHoweverFarAway) {
  EXPECT_EQ(Judge(kEver),
            Lines{"1:1+0: error: author date 9999-12-31 is more than 86400 "
                  "seconds ahead of now, 2018-11-25 [9223372036854775807]"});
  EXPECT_EQ(Judge(kNever),
            Lines{"1:1+0: error: author date 0000-01-01 is before 2005-04-07, "
                  "the earliest wanted [-9223372036854775808]"});
  Given given = {.options = {{"skew", std::to_string(kEver)}}};
  given.views.now = 0;
  EXPECT_EQ(Judge(kEver, kEpoch, given), Lines{});
  given.views.now = -1;
  EXPECT_EQ(Judge(kEver, kEpoch, given),
            Lines{"1:1+0: error: author date 9999-12-31 is more than "
                  "9223372036854775807 seconds ahead of now, 1969-12-31 "
                  "[9223372036854775807]"});
}

TEST(Dates, CannotBeRead) {
  for (const std::string_view date :
       {"", " ", " now", " x1500000000 +0000", " 9223372036854775808 +0000"}) {
    SCOPED_TRACE(date);
    EXPECT_EQ(JudgeText(date, " 1500000000 +0000"),
              Lines{"1:1+0: error: author has no date that can be read, wanted "
                    "seconds since 1970"});
    EXPECT_EQ(JudgeText(" 1500000000 +0000", date),
              Lines{"1:1+0: error: committer has no date that can be read, "
                    "wanted seconds since 1970"});
  }
}

TEST(Dates, AreNotInWhatIsOnlyAMessage) {
  EXPECT_EQ(Complaints(kDates, "doc: x", {.views = {.now = kNow}}), Lines{});
  EXPECT_EQ(
      ComplaintsOfObject(kDates, "tree 0\n\ndoc: x", {.views = {.now = kNow}}),
      Lines{});
}

TEST(Dates, NeedAClock) {
  EXPECT_EQ(kDates.needs, static_cast<Needs>(Need::kNow));
  EXPECT_FALSE(kDates.landing_only);
}

}  // namespace
}  // namespace commitgate::testing
