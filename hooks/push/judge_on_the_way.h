// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "hooks/push/commit_judge.h"
#include "hooks/push/judge_ahead.h"

namespace commitgate {

/// Lets the commits that a walk comes across be judged, or kept, so that
/// CommitJudge need not read them again.
class JudgeOnTheWay {
 public:
  /// `what_holds` is asked when the first commit comes; where it cannot say,
  /// who judges will find out.  No more than `most` are taken.  REQUIRES:
  /// `judge` outlives it and is not used before Finish.
  JudgeOnTheWay(CommitJudge& judge, size_t most, std::function<bool()> is_late,
                std::function<HeldTo()> what_holds);

  void Add(const ObjectId& id, Bytes object);
  void Finish();

 private:
  void Begin();

  CommitJudge& judge_;
  size_t room_;
  const std::function<bool()> is_late_;
  const std::function<HeldTo()> what_holds_;
  std::optional<HeldTo> held_to_;
  std::optional<JudgeAhead> ahead_;
};

}  // namespace commitgate
