// SPDX-License-Identifier: MIT
#include "hooks/attempt.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "validator/error.h"

namespace commitgate::testing {
namespace {

TEST(Attempt, GivesWhatTheWorkMade) {
  EXPECT_EQ(Attempt<std::string>([] { return "made"; }).Take(), "made");
  Attempt<std::unique_ptr<int>> unique([] { return std::make_unique<int>(7); });
  EXPECT_EQ(*unique.Take(), 7);
}

TEST(Attempt, WorksAtOnce) {
  bool worked = false;
  const Attempt<int> attempt([&] {
    worked = true;
    return 0;
  });
  EXPECT_TRUE(worked);
}

TEST(Attempt, FailsWhereItIsAsked) {
  Attempt<int> attempt([]() -> int { throw Error("reading: no"); });
  try {
    attempt.Take();
    FAIL();
  } catch (const Error& error) {
    EXPECT_STREQ(error.what(), "reading: no");
  }
}

TEST(Attempt, FailsUnheardWhereNobodyAsks) {
  EXPECT_NO_THROW(Attempt<int>([]() -> int { throw Error("reading: no"); }));
}

}  // namespace
}  // namespace commitgate::testing
