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
constexpr size_t kBatch = 32;
constexpr size_t kBatchBytes = 1 << 20;
/// How far reading may run ahead of writing, in batches a job.
constexpr size_t kAhead = 2;

struct Batch {
  std::vector<UnjudgedCommit> commits;
  std::vector<Verdict> verdicts;
  bool is_judged = false;
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

/// Threads that read a batch, one at a time, and judge what they have read, all
/// at once; and the batches until they are taken, in the order of the source.
/// Its threads end with it, whatever has happened.
class Pipeline {
 public:
  Pipeline(CommitSource& source, const Judging& judging, int jobs)
      : source_(source), judging_(judging), capacity_(kAhead * jobs) {
    AddHelpers(jobs - 1);
  }
  /// All are stopped before the first is waited for.
  ~Pipeline() {
    for (std::jthread& thread : threads_)
      thread.request_stop();
  }
  Pipeline(const Pipeline&) = delete;
  Pipeline& operator=(const Pipeline&) = delete;

  /// The next batch, judged; null after the last.  Works rather than waits for
  /// those who do.
  std::unique_ptr<Batch> Next() {
    std::unique_lock lock(mutex_);
    while (!IsNextKnown()) {
      if (CanRead())
        ReadAndJudge(lock);
      else
        changed_.wait(lock);
    }
    if (batches_.empty() && failure_)
      std::rethrow_exception(failure_);
    if (batches_.empty())
      return nullptr;
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

  void Help(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    const auto can_read = [this] { return CanRead(); };
    while (changed_.wait(lock, stop, can_read) && !stop.stop_requested())
      ReadAndJudge(lock);
  }

  bool IsNextKnown() const {
    return batches_.empty() ? is_exhausted_ : batches_.front()->is_judged;
  }

  bool CanRead() const {
    return !is_being_read_ && !is_exhausted_ && batches_.size() < capacity_;
  }

  void ReadAndJudge(std::unique_lock<std::mutex>& lock) {
    is_being_read_ = true;
    lock.unlock();
    auto read = std::make_unique<Batch>();
    Batch& batch = *read;
    std::exception_ptr failure;
    const bool more = Fill(batch, failure);
    lock.lock();
    is_being_read_ = false;
    is_exhausted_ = !more;
    failure_ = failure;
    if (!batch.commits.empty())
      batches_.push_back(std::move(read));
    changed_.notify_all();
    if (batch.commits.empty())
      return;
    lock.unlock();
    Judge(batch);
    lock.lock();
    batch.is_judged = true;
    changed_.notify_all();
  }

  /// Returns whether there may be more.  What the source throws is for the
  /// thread that writes, behind what was read before.
  bool Fill(Batch& batch, std::exception_ptr& failure) {
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
      failure = std::current_exception();
      return false;
    }
  }

  void Judge(Batch& batch) const {
    batch.verdicts.reserve(batch.commits.size());
    for (UnjudgedCommit& unjudged : batch.commits)
      batch.verdicts.push_back(JudgeOne(unjudged, judging_));
  }

  CommitSource& source_;
  const Judging judging_;
  const size_t capacity_;

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<std::unique_ptr<Batch>> batches_;
  bool is_being_read_ = false;
  bool is_exhausted_ = false;
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
  if (jobs <= 1) {
    JudgeHere(source, judging, report);
    return summary;
  }
  Pipeline pipeline(source, judging, jobs);
  while (const std::unique_ptr<Batch> batch = pipeline.Next())
    for (size_t i = 0; i < batch->commits.size(); ++i)
      report(batch->commits[i].commit, batch->verdicts[i]);
  return summary;
}

}  // namespace commitgate
