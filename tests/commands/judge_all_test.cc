// SPDX-License-Identifier: MIT
#include "commands/judge_all.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include "rules/catalog.h"
#include "validator/engine/load_policy.h"
#include "validator/error.h"

namespace commitgate {
namespace {

/// Yields commits numbered from 0; every tenth cannot be read, every third is
/// one that title-format dislikes, and one may throw.
class Numbers : public CommitSource {
 public:
  explicit Numbers(int count, int throws_at = -1)
      : count_(count), throws_at_(throws_at) {}

  std::optional<UnjudgedCommit> Next() override {
    if (next_ == throws_at_)
      throw Error("reading: the disk is gone");
    if (next_ == count_)
      return std::nullopt;
    const int number = next_++;
    const std::string id = std::to_string(number);
    if (number % 10 == 9)
      return Unreadable(id, "unreadable");
    UnjudgedCommit unjudged;
    unjudged.commit =
        MakeCommit(id, number % 3 == 0 ? "doc: ends badly." : "doc: fine");
    return unjudged;
  }

 private:
  int next_ = 0;
  int count_;
  int throws_at_;
};

Policy TitlesOnly() {
  return LoadPolicy("test",
                    "extends = \"none\"\n[rules]\ntitle-format = \"error\"\n",
                    {Catalog(), Presets(), {}});
}

std::vector<std::string> Outcomes(int count, int jobs, Summary* summary) {
  const Policy policy = TitlesOnly();
  Numbers source(count);
  std::vector<std::string> outcomes;
  *summary = JudgeAll(
      source, {policy, Stage::kLanding, {}}, jobs,
      [&](const Commit& commit, const Verdict& verdict) {
        outcomes.push_back(commit.id + ":" +
                           std::to_string(static_cast<int>(verdict.kind)));
      });
  return outcomes;
}

TEST(JudgeAll, SaysTheSameInTheSameOrderWithAnyNumberOfJobs) {
  Summary alone;
  const auto expected = Outcomes(1000, 1, &alone);
  ASSERT_EQ(expected.size(), 1000u);
  EXPECT_EQ(alone.commits, 1000u);
  EXPECT_EQ(alone.errors, 100u);
  EXPECT_GT(alone.rejected, 200u);
  for (const int jobs : {2, 3, 8}) {
    SCOPED_TRACE(jobs);
    Summary summary;
    EXPECT_EQ(Outcomes(1000, jobs, &summary), expected);
    EXPECT_EQ(summary.rejected, alone.rejected);
    EXPECT_EQ(summary.errors, alone.errors);
  }
}

TEST(JudgeAll, JudgesNothingOfNothing) {
  for (const int jobs : {1, 4}) {
    Summary summary;
    EXPECT_TRUE(Outcomes(0, jobs, &summary).empty());
    EXPECT_EQ(summary.commits, 0u);
  }
}

TEST(JudgeAll, PassesOnWhatTheSourceThrowsBehindWhatCameBefore) {
  const Policy policy = TitlesOnly();
  for (const int jobs : {1, 2, 4}) {
    SCOPED_TRACE(jobs);
    Numbers source(1000, 500);
    int seen = 0;
    EXPECT_THROW(JudgeAll(source, {policy, Stage::kLanding, {}}, jobs,
                          [&](const Commit&, const Verdict&) { ++seen; }),
                 Error);
    EXPECT_EQ(seen, 500);
  }
}

TEST(JudgeAll, SaysOfACommitWhatWentWrongWithIt) {
  const Rule broken = {
      .id = "broken",
      .summary = "throws at every third",
      .why = "",
      .check =
          [](const Context& context, const Settings&, Reporter&) {
            if (std::stoi(context.commit.id) % 3 == 0)
              throw std::runtime_error("out of memory");
          },
  };
  Policy policy;
  policy.rules.push_back(
      {&broken, Level::kError, Settings(std::span<const Option>()), {}, {}});
  for (const int jobs : {1, 2, 4}) {
    SCOPED_TRACE(jobs);
    Numbers source(300);
    const Summary summary =
        JudgeAll(source, {policy, Stage::kLanding, {}}, jobs,
                 [](const Commit&, const Verdict&) {});
    EXPECT_EQ(summary.commits, 300u);
    // Every tenth, every third, less those that are both.
    EXPECT_EQ(summary.errors, 30u + 100u - 10u);
  }
}

std::atomic<bool> later_was_judged;

/// The first commit takes longer to judge than one far behind it.
void JudgeOutOfTurn(const Context& context, const Settings&, Reporter&) {
  const int number = std::stoi(context.commit.id);
  if (number == 0)
    later_was_judged.wait(false);
  if (number < 64)
    return;
  later_was_judged = true;
  later_was_judged.notify_all();
}

TEST(JudgeAll, WaitsForTheFirstWhereOthersAreJudgedBefore) {
  const Rule slow = {
      .id = "slow", .summary = "", .why = "", .check = JudgeOutOfTurn};
  Policy policy;
  policy.rules.push_back(
      {&slow, Level::kError, Settings(std::span<const Option>()), {}, {}});
  for (int round = 0; round < 20; ++round) {
    later_was_judged = false;
    Numbers source(200);
    int next = 0;
    JudgeAll(source, {policy, Stage::kLanding, {}}, 2,
             [&](const Commit& commit, const Verdict&) {
               EXPECT_EQ(commit.id, std::to_string(next++));
             });
    EXPECT_EQ(next, 200);
  }
}

TEST(JudgeAll, StopsWhereItsVerdictsCannotBeWritten) {
  const Policy policy = TitlesOnly();
  for (const int jobs : {1, 2, 4}) {
    SCOPED_TRACE(jobs);
    Numbers source(100'000'000);
    EXPECT_THROW(JudgeAll(source, {policy, Stage::kLanding, {}}, jobs,
                          [](const Commit&, const Verdict&) {
                            throw Error("writing: the disk is full");
                          }),
                 Error);
  }
}

}  // namespace
}  // namespace commitgate
