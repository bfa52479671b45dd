// SPDX-License-Identifier: MIT
#include "hooks/push/judge_ahead.h"

#include <gtest/gtest.h>

#include <fmt/core.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "hooks/push/judge_on_the_way.h"
#include "tests/hooks/push/pushed_repository.h"
#include "validator/error.h"

namespace commitgate::testing {
namespace {

constexpr Room kRoom{.refusals = 50, .warnings = 50};

/// More than are judged together, and no round number.
constexpr int kMany = 1000;

class JudgeAheadTest : public ::testing::Test {
 protected:
  /// The objects need not be stored anywhere.
  static JudgeAhead::Object Object(int number) {
    const std::string title =
        number % 5 == 0 ? "doc: a title too long" : "doc: fine";
    const std::string text = fmt::format(
        "tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n"
        "author A <a@b.c> {0} +0000\ncommitter A <a@b.c> {0} +0000\n\n{1}\n",
        number, title);
    JudgeAhead::Object object;
    object.id.bytes[0] = static_cast<unsigned char>(number >> 8);
    object.id.bytes[1] = static_cast<unsigned char>(number);
    object.bytes.assign(text.begin(), text.end());
    return object;
  }

  static int NumberOf(const ObjectId& id) {
    return id.bytes[0] << 8 | id.bytes[1];
  }

  JudgeAhead::Outcome Run(int count, std::function<bool()> is_late = {}) {
    JudgeAhead ahead(judge_, held_to_, std::move(is_late));
    for (int i = 0; i < count; ++i) {
      JudgeAhead::Object object = Object(i);
      ahead.Add(object.id, std::move(object.bytes));
    }
    return ahead.Finish();
  }

  const PushedRepository folder_;
  const Repository repository_ = folder_.Open();
  const Policy rules_ = PolicyOf("");
  const Views views_;
  const HeldTo held_to_{&rules_, &views_};
  CommitJudge judge_{repository_, 1'000};
};

TEST_F(JudgeAheadTest, LosesNothingAndJudgesEachOnce) {
  for (const int count : {0, 1, 63, 64, 65, 640, kMany}) {
    SCOPED_TRACE(count);
    const JudgeAhead::Outcome outcome = Run(count);
    std::map<int, int> times;
    for (const auto& result : outcome.results)
      ++times[NumberOf(result.id)];
    for (const auto& object : outcome.left)
      ++times[NumberOf(object.id)];
    EXPECT_EQ(times.size(), static_cast<size_t>(count));
    for (const auto& [number, n] : times)
      EXPECT_EQ(n, 1) << number;
    EXPECT_LT(outcome.left.size(), 64u);
  }
}

TEST_F(JudgeAheadTest, FindsWhatOneThreadFinds) {
  const JudgeAhead::Outcome outcome = Run(kMany);
  EXPECT_EQ(outcome.results.size(), 960u);
  for (const auto& [id, judged] : outcome.results) {
    JudgeAhead::Object object = Object(NumberOf(id));
    const JudgedCommit alone =
        judge_.JudgeObject(id, std::move(object.bytes), held_to_, kRoom);
    EXPECT_EQ(judged.kind, alone.kind);
    EXPECT_EQ(judged.findings, alone.findings);
    EXPECT_EQ(judged.parents, alone.parents);
    EXPECT_TRUE(judged.remarks.empty());
    EXPECT_EQ(judged.IsRefused(), NumberOf(id) % 5 == 0);
  }
}

TEST_F(JudgeAheadTest, LeavesFewCommitsToWhoAsks) {
  const JudgeAhead::Outcome outcome = Run(10);
  EXPECT_TRUE(outcome.results.empty());
  ASSERT_EQ(outcome.left.size(), 10u);
  EXPECT_EQ(outcome.left[3].bytes, Object(3).bytes);
}

TEST_F(JudgeAheadTest, KeepsFewWhereTheyAreLarge) {
  JudgeAhead ahead(judge_, held_to_, {});
  for (int i = 0; i < 3; ++i)
    ahead.Add(Object(i).id, Bytes(1 << 19, 'x'));
  const JudgeAhead::Outcome outcome = ahead.Finish();
  EXPECT_EQ(outcome.results.size(), 2u);
  EXPECT_EQ(outcome.left.size(), 1u);
}

TEST_F(JudgeAheadTest, HoldsNothingThatIsLargeByItself) {
  JudgeAhead ahead(judge_, held_to_, {});
  ahead.Add(Object(1).id, Bytes((1 << 20) + 1, 'x'));
  const JudgeAhead::Outcome outcome = ahead.Finish();
  EXPECT_TRUE(outcome.results.empty());
  EXPECT_TRUE(outcome.left.empty());
}

TEST_F(JudgeAheadTest, StopsWhenItIsLate) {
  EXPECT_TRUE(Run(640, [] { return true; }).results.empty());
  std::atomic<int> asked = 0;
  const auto outcome = Run(640, [&] { return ++asked > 70; });
  EXPECT_EQ(outcome.results.size(), 70u);
}

TEST_F(JudgeAheadTest, LeavesOutWhatCannotBeJudged) {
  const auto fail = []() -> bool { throw Error("reading the clock: no"); };
  EXPECT_TRUE(Run(640, fail).results.empty());
}

/// Makes all threads but its own wait at the first commit, until it is over.
class HeldUp {
 public:
  bool operator()() {
    std::unique_lock lock(mutex_);
    ++asked_[std::this_thread::get_id()];
    if (std::this_thread::get_id() != own_)
      changed_.wait(lock, [this] { return is_over_; });
    return false;
  }

  void End() {
    const std::scoped_lock lock(mutex_);
    is_over_ = true;
    changed_.notify_all();
  }

  /// How many commits each of the others has come to.
  std::vector<int> AskedByOthers() const {
    std::vector<int> asked;
    for (const auto& [thread, times] : asked_)
      if (thread != own_)
        asked.push_back(times);
    return asked;
  }

 private:
  const std::thread::id own_ = std::this_thread::get_id();
  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_over_ = false;
  std::map<std::thread::id, int> asked_;
};

TEST_F(JudgeAheadTest, EndsWithoutBeingAsked) {
  HeldUp held_up;
  {
    JudgeAhead ahead(judge_, held_to_, std::ref(held_up));
    for (int i = 0; i < kMany; ++i)
      ahead.Add(Object(i).id, Object(i).bytes);
    ahead.Stop();
    held_up.End();
  }
  for (const int asked : held_up.AskedByOthers())
    EXPECT_EQ(asked, 64);
}

class JudgeOnTheWayTest : public JudgeAheadTest {
 protected:
  /// How many of them are known afterwards, though nobody stores them.
  int Known(size_t most, const std::function<HeldTo()>& what_holds) {
    JudgeOnTheWay judging(judge_, most, {}, what_holds);
    for (int i = 0; i < kMany; ++i)
      judging.Add(Object(i).id, Object(i).bytes);
    judging.Finish();
    int known = 0;
    for (int i = 0; i < kMany; ++i)
      known += IsKnown(i) ? 1 : 0;
    return known;
  }

  bool IsKnown(int number) {
    try {
      judge_.Judge(Object(number).id, held_to_, {});
      return true;
    } catch (const Error&) {
      return false;
    }
  }
};

TEST_F(JudgeOnTheWayTest, HandsOnWhatWasJudgedAndWhatWasRead) {
  EXPECT_EQ(Known(2 * kMany, [&] { return held_to_; }), kMany);
}

TEST_F(JudgeOnTheWayTest, TakesNoMoreThanItMay) {
  EXPECT_EQ(Known(100, [&] { return held_to_; }), 100);
}

TEST_F(JudgeOnTheWayTest, JudgesNothingWhereNobodyCanSayWhatHolds) {
  int asked = 0;
  EXPECT_EQ(Known(kMany,
                  [&]() -> HeldTo {
                    ++asked;
                    throw Error("reading the roster: it is broken");
                  }),
            0);
  EXPECT_EQ(asked, 1);
}

}  // namespace
}  // namespace commitgate::testing
