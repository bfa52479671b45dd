// SPDX-License-Identifier: MIT
#pragma once

#include <functional>

#include "commands/commit_source.h"
#include "validator/engine/policy.h"
#include "validator/engine/views.h"
#include "validator/report/format.h"

namespace commitgate {

/// How all commits are judged.
struct Judging {
  const Policy& policy;
  Stage stage;
  const Views& views;
};

/// Judges what `source` yields and hands each verdict to `write`, in the order
/// of the source and in the calling thread.  With more than one job that many
/// threads read, one at a time, and judge.  What `source` or `write` throws
/// ends the work and is thrown here.
Summary JudgeAll(
    CommitSource& source, const Judging& judging, int jobs,
    const std::function<void(const Commit&, const Verdict&)>& write);

}  // namespace commitgate
