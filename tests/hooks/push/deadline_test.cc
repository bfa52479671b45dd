// SPDX-License-Identifier: MIT
#include "hooks/push/deadline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/hooks/push/pushed_repository.h"

namespace commitgate::testing {
namespace {

class DeadlineTest : public ::testing::Test {
 protected:
  /// Whether it had passed, each time it was asked.
  std::vector<bool> Ask(int times, std::function<bool()> is_late) const {
    const Repository repository = repository_.Open();
    const Policy policy = PolicyOf("");
    const Identity identity;
    const GateInput input{.repository = repository,
                          .policy = policy,
                          .identity = identity,
                          .is_late = std::move(is_late)};
    Deadline deadline(input);
    std::vector<bool> answers;
    for (int i = 0; i < times; ++i)
      answers.push_back(deadline.HasPassed());
    return answers;
  }

  PushedRepository repository_;
};

TEST_F(DeadlineTest, NeverPassesWhereThereIsNone) {
  EXPECT_EQ(Ask(40, {}), std::vector<bool>(40, false));
}

TEST_F(DeadlineTest, LooksAtTheClockEveryFewTimes) {
  int looked = 0;
  const auto never = [&] {
    ++looked;
    return false;
  };
  EXPECT_EQ(Ask(33, never), std::vector<bool>(33, false));
  EXPECT_EQ(looked, 3);
}

TEST_F(DeadlineTest, StaysPassed) {
  int looked = 0;
  const auto once = [&] { return ++looked == 2; };
  std::vector<bool> answers(60, true);
  std::fill(answers.begin(), answers.begin() + 16, false);
  EXPECT_EQ(Ask(60, once), answers);
}

}  // namespace
}  // namespace commitgate::testing
