// SPDX-License-Identifier: MIT
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "hooks/push/commit_judge.h"

namespace commitgate {

/// Judges commits in threads of its own while others are still being found, in
/// the hope that there is nothing to say of them.  Small pushes are over before
/// a thread is started.
///
/// Holds the objects of some hundred commits, and some twenty megabytes at
/// most: objects that are large by themselves are left to who asks for them.
class JudgeAhead {
 public:
  struct Object {
    ObjectId id;
    Bytes bytes;
  };
  struct Result {
    ObjectId id;
    JudgedCommit judged;
  };
  /// What there is in the end.
  struct Outcome {
    /// Without remarks.  In any order; those are missing that could not be
    /// judged, or not in time.
    std::vector<Result> results;
    /// Those that nobody has come to.
    std::vector<Object> left;
  };

  /// Nothing more is judged once `is_late` says so, which is asked before each
  /// commit; empty: it never does.
  /// REQUIRES: `judge` outlives it, and nobody changes it meanwhile.
  JudgeAhead(const CommitJudge& judge, const HeldTo& held_to,
             std::function<bool()> is_late);
  ~JudgeAhead();
  JudgeAhead(const JudgeAhead&) = delete;
  JudgeAhead& operator=(const JudgeAhead&) = delete;

  void Add(const ObjectId& id, Bytes object);

  /// Helps until all is done.  To be called once.
  Outcome Finish();

  /// Nobody begins anything any more but who adds.
  void Stop();

 private:
  using Batch = std::vector<Object>;

  void StartHelper();
  void Help(const std::stop_token& stop);
  bool JudgeNext(std::unique_lock<std::mutex>& lock);
  std::vector<Result> Judge(const Batch& batch) const;
  void FreeSpent(std::unique_lock<std::mutex>& lock);
  bool IsLate() const { return is_late_ && is_late_(); }

  const CommitJudge& judge_;
  const HeldTo held_to_;
  const std::function<bool()> is_late_;
  const size_t most_helpers_;
  /// Not full yet.
  Batch filling_;
  size_t filling_bytes_ = 0;

  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<Batch> waiting_;
  size_t at_work_ = 0;
  /// Judged.  Freed by the thread that adds, whose memory it was: where others
  /// free it, all wait for the lock that the C library has for a thread's
  /// memory.
  std::vector<Batch> spent_;
  std::vector<Result> results_;
  /// Last, so that they stop before what they use is gone.
  std::vector<std::jthread> helpers_;
};

}  // namespace commitgate
