// SPDX-License-Identifier: MIT
#include "hooks/push/judge_ahead.h"

#include <algorithm>
#include <exception>
#include <iterator>
#include <system_error>
#include <utility>

namespace commitgate {
namespace {

/// Commits that travel together, so that threads seldom meet; fewer where they
/// are large.
constexpr size_t kBatch = 64;
constexpr size_t kBatchBytes = 1 << 20;
/// With more than that waiting, who adds commits judges some first.
constexpr size_t kMostWaiting = 2;
/// Besides the thread that adds.
constexpr size_t kMostHelpers = 3;

size_t CountHelpers() {
  const size_t cores = std::thread::hardware_concurrency();
  return std::min(kMostHelpers, cores > 0 ? cores - 1 : 0);
}

}  // namespace

JudgeAhead::JudgeAhead(const CommitJudge& judge, const HeldTo& held_to,
                       std::function<bool()> is_late)
    : judge_(judge),
      held_to_(held_to),
      is_late_(std::move(is_late)),
      most_helpers_(CountHelpers()) {}

JudgeAhead::~JudgeAhead() {
  Stop();
}

void JudgeAhead::Add(const ObjectId& id, Bytes object) {
  if (object.size() > kBatchBytes)
    return;
  filling_bytes_ += object.size();
  filling_.push_back({id, std::move(object)});
  if (filling_.size() < kBatch && filling_bytes_ < kBatchBytes)
    return;
  if (helpers_.size() < most_helpers_)
    StartHelper();
  std::unique_lock lock(mutex_);
  FreeSpent(lock);
  waiting_.push_back(std::exchange(filling_, {}));
  filling_bytes_ = 0;
  changed_.notify_one();
  if (waiting_.size() > kMostWaiting)
    JudgeNext(lock);
}

JudgeAhead::Outcome JudgeAhead::Finish() {
  std::unique_lock lock(mutex_);
  while (JudgeNext(lock)) {
  }
  changed_.wait(lock, [this] { return at_work_ == 0; });
  return {.results = std::move(results_), .left = std::move(filling_)};
}

/// All of them before the first is waited for.
void JudgeAhead::Stop() {
  for (std::jthread& helper : helpers_)
    helper.request_stop();
}

/// If there can be one: the others do its work all the same.
void JudgeAhead::StartHelper() {
  try {
    helpers_.emplace_back([this](const std::stop_token& stop) { Help(stop); });
  } catch (const std::system_error&) {
  }
}

void JudgeAhead::Help(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  const auto is_waiting = [this] { return !waiting_.empty(); };
  while (changed_.wait(lock, stop, is_waiting) && !stop.stop_requested())
    JudgeNext(lock);
}

/// False where nothing waits.
bool JudgeAhead::JudgeNext(std::unique_lock<std::mutex>& lock) {
  if (waiting_.empty())
    return false;
  Batch batch = std::move(waiting_.front());
  waiting_.pop_front();
  ++at_work_;
  lock.unlock();
  std::vector<Result> results = Judge(batch);
  lock.lock();
  std::ranges::move(results, std::back_inserter(results_));
  spent_.push_back(std::move(batch));
  --at_work_;
  changed_.notify_all();
  return true;
}

void JudgeAhead::FreeSpent(std::unique_lock<std::mutex>& lock) {
  std::vector<Batch> spent = std::exchange(spent_, {});
  lock.unlock();
  spent.clear();
  lock.lock();
}

std::vector<JudgeAhead::Result> JudgeAhead::Judge(const Batch& batch) const {
  std::vector<Result> results;
  try {
    results.reserve(batch.size());
    for (const Object& object : batch) {
      if (IsLate())
        break;
      // A copy, which is freed here, of what is freed by who has added it.
      results.push_back({object.id, judge_.JudgeObject(object.id, object.bytes,
                                                       held_to_, Room{})});
    }
  } catch (const std::exception&) {
    // Who asks for the commit finds out, and in the order of the push.
  }
  return results;
}

}  // namespace commitgate
