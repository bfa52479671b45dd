// SPDX-License-Identifier: MIT
#include "commands/judge_all.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <vector>

#include "validator/engine/judge.h"

namespace commitgate {
namespace {

/// Commits that travel together, so that threads seldom meet; fewer where they
/// are large.
constexpr size_t kBatch = 64;
constexpr size_t kBatchBytes = 1 << 20;
/// How far reading may run ahead of writing, in batches a job.
constexpr size_t kAhead = 4;

struct Batch {
  enum class State { kRead, kTaken, kJudged };
  State state = State::kRead;
  std::vector<UnjudgedCommit> commits;
  std::vector<Verdict> verdicts;
};

/// Throws nothing: what goes wrong with one commit is said of that commit.
Verdict JudgeOne(UnjudgedCommit& unjudged, const Judging& judging) {
  if (!unjudged.error.empty())
    return CouldNotJudge(unjudged.error);
  try {
    if (unjudged.object)
      unjudged.commit = ParseStoredCommit(std::move(unjudged.commit.id),
                                          std::move(*unjudged.object));
    return Judge(unjudged.commit, judging.policy, judging.stage, judging.views);
  } catch (const std::exception& error) {
    return CouldNotJudge(error.what());
  }
}

/// The batches between the thread that reads, those that judge and the one that
/// writes.  Its threads end with it, whatever has happened.
class Pipeline {
 public:
  Pipeline(CommitSource& source, const Judging& judging, int jobs)
      : source_(source), judging_(judging), capacity_(kAhead * jobs) {
    threads_.emplace_back([this](std::stop_token stop) { Read(stop); });
    AddHelpers(jobs - 2);
  }

  /// The next batch in the order of the source, judged; null after the last.
  /// Judges itself rather than waiting for a batch that nobody has taken.
  std::unique_ptr<Batch> Next() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !batches_.empty() || finished_; });
    if (batches_.empty() && failure_)
      std::rethrow_exception(failure_);
    if (batches_.empty())
      return nullptr;
    Batch& front = *batches_.front();
    if (front.state == Batch::State::kRead)
      Judge(front, lock);
    changed_.wait(lock, [&] { return front.state == Batch::State::kJudged; });
    std::unique_ptr<Batch> batch = std::move(batches_.front());
    batches_.pop_front();
    changed_.notify_all();
    return batch;
  }

 private:
  /// As many as there can be: the others do their work all the same.
  void AddHelpers(int wanted) {
    try {
      for (int i = 0; i < wanted; ++i)
        threads_.emplace_back([this](std::stop_token stop) { Help(stop); });
    } catch (const std::system_error&) {
    }
  }

  void Read(const std::stop_token& stop) {
    bool more = true;
    while (more && !stop.stop_requested()) {
      auto batch = std::make_unique<Batch>();
      more = Fill(*batch);
      if (!batch->commits.empty())
        Push(std::move(batch), stop);
    }
    const std::lock_guard lock(mutex_);
    finished_ = true;
    changed_.notify_all();
  }

  /// Returns whether there may be more.  What the source throws is kept for
  /// the thread that writes, behind what was read before.
  bool Fill(Batch& batch) {
    try {
      size_t bytes = 0;
      while (batch.commits.size() < kBatch && bytes < kBatchBytes) {
        std::optional<UnjudgedCommit> unjudged = source_.Next();
        if (!unjudged)
          return false;
        bytes += unjudged->object ? unjudged->object->size()
                                  : unjudged->commit.bytes.size();
        batch.commits.push_back(std::move(*unjudged));
      }
      return true;
    } catch (...) {
      const std::lock_guard lock(mutex_);
      failure_ = std::current_exception();
      return false;
    }
  }

  void Push(std::unique_ptr<Batch> batch, const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, stop, [&] { return batches_.size() < capacity_; });
    batches_.push_back(std::move(batch));
    changed_.notify_all();
  }

  void Help(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    for (;;) {
      const auto unread = [](const auto& batch) {
        return batch->state == Batch::State::kRead;
      };
      auto batch = batches_.end();
      const bool found = changed_.wait(lock, stop, [&] {
        batch = std::ranges::find_if(batches_, unread);
        return batch != batches_.end();
      });
      if (!found)
        return;
      Judge(**batch, lock);
    }
  }

  void Judge(Batch& batch, std::unique_lock<std::mutex>& lock) {
    batch.state = Batch::State::kTaken;
    lock.unlock();
    batch.verdicts.reserve(batch.commits.size());
    for (UnjudgedCommit& unjudged : batch.commits)
      batch.verdicts.push_back(JudgeOne(unjudged, judging_));
    lock.lock();
    batch.state = Batch::State::kJudged;
    changed_.notify_all();
  }

  CommitSource& source_;
  const Judging judging_;
  const size_t capacity_;

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::unique_ptr<Batch>> batches_;
  bool finished_ = false;
  std::exception_ptr failure_;
  /// Last, so that they stop before what they use is gone.
  std::vector<std::jthread> threads_;
};

using Report = std::function<void(const Commit&, const Verdict&)>;

void JudgeHere(CommitSource& source, const Judging& judging,
               const Report& report) {
  while (std::optional<UnjudgedCommit> unjudged = source.Next()) {
    const Verdict verdict = JudgeOne(*unjudged, judging);
    report(unjudged->commit, verdict);
  }
}

}  // namespace

Summary JudgeAll(CommitSource& source, const Judging& judging, int jobs,
                 const Report& write) {
  Summary summary;
  const auto report = [&](const Commit& commit, const Verdict& verdict) {
    summary.Add(verdict);
    write(commit, verdict);
  };
  std::optional<Pipeline> pipeline;
  try {
    if (jobs > 1)
      pipeline.emplace(source, judging, jobs);
  } catch (const std::system_error&) {
    // No threads are to be had, and nothing was read yet.
  }
  if (!pipeline) {
    JudgeHere(source, judging, report);
    return summary;
  }
  while (const std::unique_ptr<Batch> batch = pipeline->Next())
    for (size_t i = 0; i < batch->commits.size(); ++i)
      report(batch->commits[i].commit, batch->verdicts[i]);
  return summary;
}

}  // namespace commitgate
